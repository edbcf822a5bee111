package dev.coffey.plugins.samples;

import dev.coffey.api.Option;

/** Options of {@code classifier-fid}. */
record FeatureOptions(
    @Option(
            help = "the judge's output that features are taken from, best of some tens of numbers",
            value = "feature")
        String tap) {}
