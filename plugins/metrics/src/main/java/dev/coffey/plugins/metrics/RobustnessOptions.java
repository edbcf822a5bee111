package dev.coffey.plugins.metrics;

import dev.coffey.api.Option;

/**
 * Options of the metric {@code robust-accuracy}. Lengths are those of x, whose pixels lie in [0,
 * 1].
 */
public record RobustnessOptions(
    @Option(
            help = "how far away a changed image is measured: LINF (its largest change) or L2",
            value = "LINF")
        Norm norm,
    @Option(help = "how far an image may be changed, above 0", value = "0.1", min = 0)
        double radius,
    @Option(help = "steps of the attack", value = "10", min = 1) int steps,
    @Option(help = "the first so many images are attacked", value = "1000", min = 1) int samples) {
  /** How a change is measured. */
  public enum Norm {
    /** The largest change of a pixel. */
    LINF,
    /** The root of the sum of squared changes. */
    L2
  }

  /** Refuses a radius of zero. */
  public RobustnessOptions {
    if (!(radius > 0)) {
      throw new IllegalArgumentException("radius must be above 0, but is " + radius);
    }
  }
}
