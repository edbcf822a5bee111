package dev.coffey.plugins.classical;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Loss;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import java.util.Map;

/**
 * Probabilistic knowledge transfer: mean over the N² pairs of {@code P · log((P + ε) / (P' + ε))},
 * in nats, where row i of P, teacher's, and P', student's, is the distribution over the batch of
 * how alike its samples are to sample i: {@code (cosine + 1) / 2}, divided by the row's sum; ε =
 * 1e-7.
 *
 * <p>{@code student}, {@code teacher}: float32, (N, …), each of its own size, such as pooled
 * features. Throws {@link ShapeMismatch} if N differs. Source: Passalis, Tefas 2018, "Learning Deep
 * Representations with Probabilistic Knowledge Transfer", with RepDistiller's mean in the place of
 * the sum: hence large weights.
 */
final class ProbabilisticTransfer implements Loss {
  private static final float EPSILON = 1e-7f;

  @Override
  public Map<String, String> inputs() {
    return Map.of("student", "student/feature", "teacher", "teacher/feature");
  }

  @Override
  public Term open(Run run) {
    return inputs -> {
      var student = inputs.get("student");
      var teacher = inputs.get("teacher");
      Rows.checkSameNumber(student, teacher);
      var own = neighbours(student);
      var other = neighbours(teacher);
      return other.mul(other.add(EPSILON).log().sub(own.add(EPSILON).log())).mean();
    };
  }

  private static NDArray neighbours(NDArray features) {
    var rows = Rows.unit(Rows.flattened(features));
    // rounding may take a cosine below −1
    var alike = rows.matMul(rows.transpose()).add(1f).mul(0.5f).maximum(0f);
    return alike.div(alike.sum(new int[] {1}, true));
  }
}
