package dev.coffey.plugins.bss;

import ai.djl.ndarray.NDArray;

/**
 * The decision boundary between two classes, each sample's own.
 *
 * @param base class the sample starts in, int32, (N)
 * @param target class on the other side, int32, (N)
 */
record Boundary(NDArray base, NDArray target) {
  /**
   * {@code G = t_b − t_k} for logits t, (N, K): above 0 on the base's side of the boundary, 0 on
   * it. Float32, (N).
   */
  NDArray gap(NDArray logits) {
    var sides = Logits.oneHot(base, logits).sub(Logits.oneHot(target, logits));
    return logits.mul(sides).sum(new int[] {1});
  }

  /** 1 where the decision is still the base class, else 0: float32, (N). */
  NDArray inBase(NDArray logits) {
    return Logits.decide(logits, base);
  }

  /** 1 where the decision is the target class, else 0: float32, (N). */
  NDArray inTarget(NDArray logits) {
    return Logits.decide(logits, target);
  }
}
