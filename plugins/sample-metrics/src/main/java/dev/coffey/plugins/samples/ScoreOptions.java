package dev.coffey.plugins.samples;

import dev.coffey.api.Option;

/** Options of {@code classifier-score}. */
record ScoreOptions(
    @Option(
            help = "parts of the samples, in their order, over whose scores the mean is taken",
            value = "1",
            min = 1)
        int splits) {}
