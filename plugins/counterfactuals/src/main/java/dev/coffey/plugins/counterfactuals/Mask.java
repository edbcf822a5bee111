package dev.coffey.plugins.counterfactuals;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;

/** The {@code mask} of a batch: how much of each pixel is foreground, (N, 1, H, W). */
final class Mask {
  /** Smallest value: the entropy of smaller ones is no number in float32. */
  static final float LEAST = 1e-4f;

  /** Largest value. */
  static final float MOST = 0.9999f;

  private static final String NAME = "mask";

  private Mask() {}

  /** The mask of {@code batch}. */
  static NDArray of(Tensors batch) {
    NDArray mask = batch.get(NAME);
    if (mask.getShape().dimension() != 4 || mask.getShape().get(1) != 1) {
      throw new ShapeMismatch("mask must have the shape (N, 1, H, W), but is " + mask.getShape());
    }
    return mask;
  }

  /** {@code batch} with another mask, cut off at {@link #LEAST} and {@link #MOST}. */
  static Tensors replaced(Tensors batch, NDArray mask) {
    return batch.with(NAME, mask.clip(LEAST, MOST));
  }
}
