package dev.coffey.plugins.variants;

import ai.djl.ndarray.NDArray;

/** One picture over another. */
final class Blend {
  private Blend() {}

  /** {@code top} where {@code mask}, (N, 1, H, W), is 1, {@code bottom} where it is 0. */
  static NDArray over(NDArray mask, NDArray top, NDArray bottom) {
    return mask.mul(top).add(mask.neg().add(1f).mul(bottom));
  }

  /** 1 where a digit is drawn at all, else 0: grey values above a tenth of white. */
  static NDArray mask(NDArray grey) {
    return grey.gt(0.1f).toType(grey.getDataType(), false);
  }
}
