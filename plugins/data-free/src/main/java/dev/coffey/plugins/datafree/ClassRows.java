package dev.coffey.plugins.datafree;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;

/** Labels for a picture with a class in each row. */
final class ClassRows {
  private static final int COLUMNS = 10;
  private static final int MOST_ROWS = 20;

  private ClassRows() {}

  /** Ten of each class, of the first 20 classes at most: one-hot, float32, (N, K). */
  static NDArray labels(NDManager manager, int classes) {
    return manager
        .arange(Math.min(classes, MOST_ROWS))
        .oneHot(classes)
        .repeat(0, COLUMNS)
        .toType(DataType.FLOAT32, false);
  }
}
