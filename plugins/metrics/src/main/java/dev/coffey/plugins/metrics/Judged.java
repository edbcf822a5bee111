package dev.coffey.plugins.metrics;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;

/**
 * The student's logits of one batch beside the labels.
 *
 * @param logits float32, (N, K)
 * @param labels int32, (N)
 */
record Judged(NDArray logits, NDArray labels) {
  Judged {
    var shape = logits.getShape();
    if (shape.dimension() != 2 || !labels.getShape().equals(shape.slice(0, 1))) {
      throw new ShapeMismatch(
          "student/logits and batch/y must be of shapes (N, K) and (N), but are %s and %s"
              .formatted(shape, labels.getShape()));
    }
  }

  static Judged of(Tensors outputs) {
    return new Judged(outputs.get("student/logits"), outputs.get("batch/y"));
  }

  /** Number of samples. */
  long size() {
    return logits.getShape().get(0);
  }

  /** Number of classes. */
  int classes() {
    return Math.toIntExact(logits.getShape().get(1));
  }

  /** The most probable class of each sample, int32, (N). */
  NDArray predicted() {
    return logits.argMax(1).toType(DataType.INT32, false);
  }

  /** 1 where the prediction is right, else 0: float32, (N). */
  NDArray right() {
    return predicted().eq(labels.toType(DataType.INT32, false)).toType(DataType.FLOAT32, false);
  }
}
