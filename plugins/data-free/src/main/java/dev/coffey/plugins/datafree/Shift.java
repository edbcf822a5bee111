package dev.coffey.plugins.datafree;

import ai.djl.ndarray.NDArray;

/**
 * Jensen-Shannon divergence of the student's decisions on a source's images before and after the
 * source moved, in nats, averaged over the batch; in [0, ln 2]. Source: Do et al. 2022 (MAD), who
 * show that an average moves less.
 */
final class Shift {
  private static final float SMALLEST = 1e-12f;

  private Shift() {}

  /** {@code before}, {@code after}: probabilities, (N, K). A scalar. */
  static NDArray between(NDArray before, NDArray after) {
    NDArray between = before.add(after).mul(0.5f);
    return entropy(between).sub(entropy(before).add(entropy(after)).mul(0.5f)).mean();
  }

  private static NDArray entropy(NDArray probabilities) {
    return probabilities.mul(probabilities.add(SMALLEST).log()).sum(new int[] {1}).neg();
  }
}
