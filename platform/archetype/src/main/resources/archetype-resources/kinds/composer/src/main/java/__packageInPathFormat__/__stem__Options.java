package ${package};

import dev.coffey.api.Option;

/** Options of the composer {@code ${artifactId}}. */
public record ${stem}Options(
    @Option(
            help = "largest share of the second image, 0 to 0.5; 0 changes nothing",
            value = "0.3",
            min = 0,
            max = 0.5)
        double share) {}
