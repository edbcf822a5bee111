package dev.coffey.plugins.datafree;

import dev.coffey.api.Option;

/** Options of the method {@code noise}. */
record NoiseOptions(
    @Option(help = "images an update", value = "512", min = 1) int batch,
    @Option(help = "updates of the student a step", value = "5", min = 1) int studentSteps) {}
