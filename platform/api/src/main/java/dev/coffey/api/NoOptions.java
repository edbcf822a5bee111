package dev.coffey.api;

import dev.coffey.api.Stability.Level;

/** The options of a service that has none. */
@Stability(Level.STABLE)
public record NoOptions() {}
