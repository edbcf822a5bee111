package dev.coffey.plugins.bss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.coffey.api.ShapeMismatch;
import java.util.Optional;

/**
 * Chooses the samples of a batch whose way to the boundary is worth knowing: those that teacher and
 * student both get right, and of these the ones they disagree most about. Source: Heo, Lee, Yun,
 * Choi 2019, and its code.
 *
 * @param teacher logits, float32, (N, K)
 * @param student logits, float32, (N, K)
 * @param labels class ids, int32, (N)
 */
record BaseSamples(NDArray teacher, NDArray student, NDArray labels) {
  BaseSamples {
    ShapeMismatch.check("student", student, "teacher", teacher);
  }

  /** Rows of the batch, at most {@code limit}, int32, (n); none if there is no such sample. */
  Optional<NDArray> rows(int limit) {
    var right = Logits.decide(teacher, labels).mul(Logits.decide(student, labels));
    int count = (int) Math.min(limit, right.sum().getFloat());
    if (count == 0) {
      return Optional.empty();
    }
    // −1 for all others: below every disagreement
    var order = disagreement().mul(right).add(right.sub(1)).argSort(0, false);
    return Optional.of(order.get(":" + count).toType(DataType.INT32, false));
  }

  /** {@code Σ (p_teacher − p_student)²} over all classes but the label's, at T = 1: (N). */
  private NDArray disagreement() {
    var others = Logits.oneHot(labels, teacher).neg().add(1);
    return teacher.softmax(1).sub(student.softmax(1)).mul(others).square().sum(new int[] {1});
  }
}
