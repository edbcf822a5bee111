package dev.coffey.plugins.datasets;

import dev.coffey.api.Option;
import java.util.Optional;

/** Options of {@code fashion-mnist}. */
record FashionMnistOptions(
    @Option(
            help =
                "folder with the four IDX files, plain or .gz, under their usual names;"
                    + " without it, /usr/share/datasets/fashion-mnist")
        Optional<String> folder) {}
