package dev.coffey.plugins.bss;

import dev.coffey.api.Option;

/** Options of the metrics {@code mag-sim} and {@code ang-sim}. */
record SimilarityOptions(
    @Option(
            help = "how many samples, the first of the split, are looked at",
            value = "1000",
            min = 1)
        int samples,
    @Option(help = "how samples are moved to the boundary") AttackOptions attack) {}
