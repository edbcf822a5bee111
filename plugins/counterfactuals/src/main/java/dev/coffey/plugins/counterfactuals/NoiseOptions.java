package dev.coffey.plugins.counterfactuals;

import dev.coffey.api.Option;
import java.util.Optional;

/** Noise of generators. */
record NoiseOptions(
    @Option(help = "factor of the standard normal values", value = "1", min = 0) double scale,
    @Option(
            help =
                "values beyond this many standard deviations are drawn again, such as 2; none if"
                    + " left out",
            min = 0.1)
        Optional<Double> bound) {}
