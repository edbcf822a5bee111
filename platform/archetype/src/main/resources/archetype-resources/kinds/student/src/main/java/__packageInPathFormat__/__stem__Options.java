package ${package};

import dev.coffey.api.Option;

/** Options of the student {@code ${artifactId}}. */
public record ${stem}Options(
    @Option(
            help = "filters of the first convolution, at least 1; the second has twice as many",
            value = "8",
            min = 1)
        int filters) {}
