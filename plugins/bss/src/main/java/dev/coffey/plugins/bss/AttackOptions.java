package dev.coffey.plugins.bss;

import dev.coffey.api.Option;
import java.util.Optional;

/** How a sample is moved to a decision boundary. Lengths are those of normalised images. */
record AttackOptions(
    @Option(help = "at most this many steps", value = "10", min = 1) int steps,
    @Option(
            help =
                "length of a step for a logit gap of 1, in standard deviations of the data, above 0",
            value = "0.3",
            min = 0)
        double eta,
    @Option(
            help = "added to the gap, so that a step can cross the boundary; at least 0",
            value = "1e-4",
            min = 0)
        double epsilon,
    @Option(
            help =
                "cuts pixels off at this many standard deviations from the data's mean, above 0;"
                    + " without it, at 0 and 1",
            min = 0)
        Optional<Double> clip) {
  /** Refuses an eta or a clip of zero. */
  AttackOptions {
    above("eta", eta);
    clip.ifPresent(deviations -> above("clip", deviations));
  }

  private static void above(String name, double value) {
    if (!(value > 0)) {
      throw new IllegalArgumentException("%s must be above 0, but is %s".formatted(name, value));
    }
  }
}
