package dev.coffey.plugins.losses;

import dev.coffey.api.Option;

/** Options of the loss {@code cross-entropy}. */
public record CrossEntropyOptions(
    @Option(
            help = "share of each label that is spread evenly over all classes, in [0, 1]",
            value = "0",
            min = 0,
            max = 1)
        double labelSmoothing) {}
