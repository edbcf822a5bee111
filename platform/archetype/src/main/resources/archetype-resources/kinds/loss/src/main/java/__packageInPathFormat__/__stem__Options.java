package ${package};

import dev.coffey.api.Option;

/** Options of the loss {@code ${artifactId}}. */
public record ${stem}Options(
    @Option(help = "focusing parameter, at least 0; 0 is cross-entropy", value = "2", min = 0)
        double gamma) {}
