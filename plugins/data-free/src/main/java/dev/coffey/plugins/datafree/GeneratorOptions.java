package dev.coffey.plugins.datafree;

import dev.coffey.api.Option;

/** Size of a {@link Generator}. */
record GeneratorOptions(
    @Option(help = "dimensions of the noise", value = "100", min = 1) int nz,
    @Option(
            help = "filters of the last hidden convolution; those before have twice as many",
            value = "64",
            min = 1)
        int ngf) {}
