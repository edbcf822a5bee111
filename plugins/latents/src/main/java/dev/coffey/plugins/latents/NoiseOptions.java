package dev.coffey.plugins.latents;

import dev.coffey.api.Option;
import java.util.Optional;

/** How the numbers of noise are distributed; the same keys as those of {@code counterfactuals}. */
record NoiseOptions(
    @Option(help = "factor of the standard normal values", value = "1", min = 0) double scale,
    @Option(
            help =
                "values beyond this many standard deviations are drawn again, such as 2; none if"
                    + " left out",
            min = 0.1)
        Optional<Double> bound) {
  static final NoiseOptions NORMAL = new NoiseOptions(1, Optional.empty());
}
