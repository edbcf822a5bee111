package dev.coffey.plugins.augment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import dev.coffey.api.ShapeMismatch;

/** What the composers of this plugin share about {@code x}, images of (N, C, H, W). */
final class Images {
  private Images() {}

  /** Throws {@link ShapeMismatch} unless {@code x} has four axes. */
  static void check(NDArray x) {
    if (x.getShape().dimension() != 4) {
      throw new ShapeMismatch("x must be images of shape (N, C, H, W), but is " + x.getShape());
    }
  }

  /** 0, 1, …, count − 1: rows, columns or images by their number. */
  static NDArray numbers(NDManager manager, long count, DataType type) {
    return manager.arange(0, Math.toIntExact(count), 1, type);
  }
}
