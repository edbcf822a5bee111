package dev.coffey.plugins.datafree;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/**
 * Jensen-Shannon divergence of the student's decisions on a source's images before and after the
 * source moved, in nats, averaged over the batch; in [0, ln 2]. Source: Do et al. 2022 (MAD), who
 * show that an average moves less.
 */
final class Shift {
  private static final double SMALLEST = 1e-30;

  private Shift() {}

  /** {@code before}, {@code after}: probabilities, (N, K). */
  static double between(NDArray before, NDArray after) {
    // in float32 the entropies' difference would drown in rounding
    NDArray first = before.toType(DataType.FLOAT64, false);
    NDArray last = after.toType(DataType.FLOAT64, false);
    NDArray mixture = first.add(last).mul(0.5);
    return entropy(mixture) - (entropy(first) + entropy(last)) / 2;
  }

  private static double entropy(NDArray probabilities) {
    NDArray logarithms = probabilities.add(SMALLEST).log();
    return probabilities.mul(logarithms).sum(new int[] {1}).neg().mean().getDouble();
  }
}
