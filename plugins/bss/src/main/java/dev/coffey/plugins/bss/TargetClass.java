package dev.coffey.plugins.bss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/**
 * Draws the class to which a sample is moved: class k with the probability {@code p_k / (1 − p_b)}
 * for the teacher's probabilities p at temperature 1, never the base class b. Source: Heo, Lee,
 * Yun, Choi 2019.
 */
final class TargetClass {
  /** Takes the base class out of a softmax. */
  private static final float NEVER = 1e30f;

  private TargetClass() {}

  /**
   * One class a sample, int32, (N): the first whose cumulative probability reaches {@code uniform}.
   * The base class is left out before the softmax, so that where it is all but certain the others
   * keep their shares of the rest; the runner-up has the largest.
   *
   * @param logits the teacher's, float32, (N, K), K at least 2
   * @param base int32, (N)
   * @param uniform float32, (N), in (0, 1]
   */
  static NDArray draw(NDArray logits, NDArray base, NDArray uniform) {
    var shares = logits.sub(Logits.oneHot(base, logits).mul(NEVER)).softmax(1);
    var cumulative = shares.cumSum(1);
    // not the sum, whose last digit may differ: uniform 1 must still find a class
    var whole = cumulative.get(":, -1:");
    var wanted = uniform.reshape(-1, 1).mul(whole);
    return cumulative
        .lt(wanted)
        .toType(DataType.FLOAT32, false)
        .sum(new int[] {1})
        .toType(DataType.INT32, false);
  }
}
