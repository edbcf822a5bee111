package dev.coffey.plugins.metrics;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;

/**
 * The student's logits of one batch beside the teacher's.
 *
 * @param student float32, (N, K)
 * @param teacher float32, (N, K)
 */
record Compared(NDArray student, NDArray teacher) {
  Compared {
    ShapeMismatch.check("student/logits", student, "teacher/logits", teacher);
  }

  static Compared of(Tensors outputs) {
    return new Compared(outputs.get("student/logits"), outputs.get("teacher/logits"));
  }

  /** Number of samples. */
  long size() {
    return student.getShape().get(0);
  }
}
