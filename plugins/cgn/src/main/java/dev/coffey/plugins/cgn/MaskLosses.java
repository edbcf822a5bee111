package dev.coffey.plugins.cgn;

import ai.djl.ndarray.NDArray;

/**
 * What is asked of masks, (N, 1, H, W), strictly between 0 and 1: to be sharp, and neither empty
 * nor full. Scalars. Source: Sauer and Geiger 2021 (CGN), loss of the shape's mechanism.
 */
final class MaskLosses {
  private static final float LN_2 = (float) Math.log(2);

  private MaskLosses() {}

  /** −p·log₂ p − (1 − p)·log₂(1 − p), in bits, averaged over all pixels. */
  static NDArray entropy(NDArray masks) {
    NDArray others = masks.neg().add(1f);
    return masks.mul(masks.log()).add(others.mul(others.log())).mean().div(-LN_2);
  }

  /** Mean of each mask: (N). */
  static NDArray areas(NDArray masks) {
    return masks.reshape(masks.getShape().get(0), -1).mean(new int[] {1});
  }

  /** max(0, least − area) + max(0, area − most), averaged over the masks. */
  static NDArray interval(NDArray areas, double least, double most) {
    NDArray missing = areas.neg().add((float) least).maximum(0f);
    NDArray excess = areas.sub((float) most).maximum(0f);
    return missing.add(excess).mean();
  }
}
