package dev.coffey.plugins.invariant;

import dev.coffey.api.Option;

/** Options of the classifier {@code invariant}; its optimiser is that of {@code train.groups}. */
record InvariantOptions(
    @Option(help = "its size") MnistCnnOptions network,
    @Option(help = "passes over the samples", value = "10", min = 1) int epochs,
    @Option(help = "samples a step", value = "64", min = 1) int batch) {}
