package dev.coffey.plugins.classical;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Loss;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import java.util.Map;

/**
 * Similarity-preserving distillation: {@code ‖G(student) − G(teacher)‖² / N²}, where {@code G(f) =
 * Q Qᵀ} with every row divided by its 2-norm, and {@code Q} is f with one row a sample: which
 * samples of the batch excite the network alike.
 *
 * <p>{@code student}, {@code teacher}: float32, (N, …), each of its own size. Throws {@link
 * ShapeMismatch} if N differs. Source: Tung, Mori 2019, "Similarity-Preserving Knowledge
 * Distillation".
 */
final class Similarity implements Loss {
  @Override
  public Map<String, String> inputs() {
    return Map.of("student", "student/stage2", "teacher", "teacher/stage2");
  }

  @Override
  public Term open(Run run) {
    return inputs -> {
      var student = inputs.get("student");
      var teacher = inputs.get("teacher");
      Rows.checkSameNumber(student, teacher);
      return similarities(student).sub(similarities(teacher)).square().mean();
    };
  }

  private static NDArray similarities(NDArray features) {
    var rows = Rows.flattened(features);
    return Rows.unit(rows.matMul(rows.transpose()));
  }
}
