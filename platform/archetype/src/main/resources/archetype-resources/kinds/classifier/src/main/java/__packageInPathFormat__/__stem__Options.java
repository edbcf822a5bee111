package ${package};

import dev.coffey.api.Option;

/** Options of the classifier {@code ${artifactId}}. */
public record ${stem}Options(
    @Option(help = "which tensor it decides on, such as feature", value = "x") String tensor) {}
