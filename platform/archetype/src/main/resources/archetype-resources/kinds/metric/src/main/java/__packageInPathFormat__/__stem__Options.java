package ${package};

import dev.coffey.api.Option;

/** Options of the metric {@code ${artifactId}}. */
public record ${stem}Options(
    @Option(help = "logits are divided by it, at least 0.01", value = "1", min = 0.01)
        double temperature) {}
