package dev.coffey.api;

import dev.coffey.api.Stability.Level;
import org.osgi.annotation.versioning.ConsumerType;

/** Receives events of an experiment; cannot influence it. */
@ConsumerType
@Stability(Level.STABLE)
public non-sealed interface Observer extends Plugin {
  /** Called on the thread of the run the event is from; what it throws is logged and forgotten. */
  void on(Event event);
}
