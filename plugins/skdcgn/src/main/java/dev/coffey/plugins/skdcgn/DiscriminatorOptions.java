package dev.coffey.plugins.skdcgn;

import dev.coffey.api.Option;

/** Size of a {@link Discriminator}. */
record DiscriminatorOptions(
    @Option(
            help = "filters of its first convolution; each further one has twice as many",
            value = "16",
            min = 1)
        int filters,
    @Option(help = "convolutions, each of which halves the image", value = "4", min = 1)
        int depth) {}
