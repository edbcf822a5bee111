package dev.coffey.plugins.samples;

import dev.coffey.api.Option;

/** Options of {@code kernel-distance}. */
record KernelOptions(
    @Option(help = "the judge's output that features are taken from", value = "feature") String tap,
    @Option(
            help =
                "samples that are compared at a time, with as many real images; means are over these",
            value = "1000",
            min = 2)
        int block) {}
