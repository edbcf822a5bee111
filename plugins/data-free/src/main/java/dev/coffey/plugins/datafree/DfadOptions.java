package dev.coffey.plugins.datafree;

import dev.coffey.api.Option;

/** Options of the method {@code dfad}. */
record DfadOptions(
    @Option(help = "size of the generator") GeneratorOptions generator,
    @Option(help = "batch size and turns") Rhythm rhythm,
    @Option(
            help = "whether the generator minimises -log(D + 1), as for segmentation, and not -D",
            value = "false")
        boolean logForm,
    @Option(
            help = "whether the generator stays as it was drawn: the baseline without a game",
            value = "false")
        boolean frozenGenerator) {}
