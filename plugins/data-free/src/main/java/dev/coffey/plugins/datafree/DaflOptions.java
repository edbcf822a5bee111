package dev.coffey.plugins.datafree;

import dev.coffey.api.Option;

/** Options of the method {@code dafl}. */
record DaflOptions(
    @Option(help = "size of the generator") GeneratorOptions generator,
    @Option(help = "batch size and turns") Rhythm rhythm,
    @Option(help = "weight of the one-hot term", value = "1", min = 0) double oneHot,
    @Option(help = "weight of the information entropy of classes (log10)", value = "5", min = 0)
        double informationEntropy,
    @Option(help = "weight of the activation term", value = "0.1", min = 0) double activation,
    @Option(help = "the teacher's output that the activation term reads", value = "feature")
        String feature) {}
