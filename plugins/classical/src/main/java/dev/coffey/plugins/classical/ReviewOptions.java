package dev.coffey.plugins.classical;

import dev.coffey.api.Option;

/** Options of the loss {@code reviewkd}. */
public record ReviewOptions(
    @Option(
            help = "most channels of what is fused; never more than the student's last stage has",
            value = "512",
            min = 1)
        int width,
    @Option(
            help = "epochs over which the loss rises linearly to its full weight; 0 for none",
            value = "20",
            min = 0)
        int warmUpEpochs) {
  /** Refuses numbers below those. */
  public ReviewOptions {
    Refused.unless(width >= 1, "width must be at least 1, but is %s", width);
    Refused.unless(
        warmUpEpochs >= 0, "warm-up-epochs must not be negative, but is %s", warmUpEpochs);
  }
}
