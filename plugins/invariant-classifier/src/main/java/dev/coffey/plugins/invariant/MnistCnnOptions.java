package dev.coffey.plugins.invariant;

import dev.coffey.api.Option;

/** Options of {@code mnist-cnn}. */
record MnistCnnOptions(
    @Option(
            help = "filters of the first two convolutions; the other two have twice as many",
            value = "32",
            min = 1)
        int width,
    @Option(
            help = "whether each convolution has a batch normalisation after it, instead of a bias",
            value = "false")
        boolean batchNorm) {}
