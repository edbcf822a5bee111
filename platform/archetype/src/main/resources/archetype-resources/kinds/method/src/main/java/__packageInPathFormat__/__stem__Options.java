package ${package};

import dev.coffey.api.Option;

/** Options of the method {@code ${artifactId}}. */
public record ${stem}Options(
    @Option(help = "weight of the distance to the average, at least 0", value = "0.1", min = 0)
        double weight,
    @Option(
            help = "how much of the average a step keeps, 0 to 1",
            value = "0.9",
            min = 0,
            max = 1)
        double keep) {}
