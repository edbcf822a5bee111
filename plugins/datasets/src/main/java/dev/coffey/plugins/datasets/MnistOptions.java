package dev.coffey.plugins.datasets;

import dev.coffey.api.Option;
import java.util.Optional;

/** Options of {@code mnist}. */
record MnistOptions(
    @Option(
            help =
                "folder with the four IDX files, plain or .gz, under their usual names;"
                    + " without it, the files of the bundle data-mnist")
        Optional<String> folder) {}
