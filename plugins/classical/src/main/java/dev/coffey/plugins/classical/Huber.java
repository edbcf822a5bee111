package dev.coffey.plugins.classical;

import ai.djl.ndarray.NDArray;

/** Huber's loss with threshold 1: {@code d² / 2} for {@code |d| ≤ 1}, else {@code |d| − 1/2}. */
final class Huber {
  private Huber() {}

  /** Its mean over all elements of two arrays of the same shape. */
  static NDArray mean(NDArray first, NDArray second) {
    var distance = first.sub(second).abs();
    var capped = distance.minimum(1f);
    return capped.mul(distance.sub(capped.mul(0.5f))).mean();
  }
}
