package dev.coffey.plugins.latents;

import dev.coffey.api.Option;

/** Options of {@link Latents}. */
record LatentsOptions(
    @Option(help = "numbers of noise a sample", value = "32", min = 1, max = 65536) int latent,
    @Option(help = "classes to ask for, each equally often", value = "10", min = 1, max = 65536)
        int classes,
    @Option(help = "samples to train on", value = "10000", min = 1) int samples,
    @Option(
            help = "samples of the validation split, and as many of the test split",
            value = "1000",
            min = 1)
        int heldOut,
    @Option(help = "what the noise is drawn from") NoiseOptions noise,
    @Option(
            help = "decides the noise; not the run's seed, so that all runs ask the same",
            value = "1234")
        long seed) {}
