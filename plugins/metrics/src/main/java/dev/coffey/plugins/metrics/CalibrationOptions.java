package dev.coffey.plugins.metrics;

import dev.coffey.api.Option;

/** Options of the metric {@code ece}. */
public record CalibrationOptions(
    @Option(help = "number of equally wide bins of confidence, at least 1", value = "15", min = 1)
        int bins) {}
