package dev.coffey.plugins.classical;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Loss;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import java.util.Map;

/**
 * Distances between samples: Huber's loss of {@code d(student) − d(teacher)}, averaged over the N²
 * pairs, where {@code d(f)[i, j] = ‖f[i] − f[j]‖₂}, divided by its mean over the pairs i ≠ j.
 *
 * <p>{@code student}, {@code teacher}: float32, (N, …), each of its own size, such as pooled
 * features. Throws {@link ShapeMismatch} if N differs. A batch of one costs nothing. Squared
 * distances below 1e-12 are taken for that, as the root's derivative at 0 is infinite. Source:
 * Park, Kim, Lu, Cho 2019, "Relational Knowledge Distillation", distance-wise loss.
 */
final class RelationalDistance implements Loss {
  @Override
  public Map<String, String> inputs() {
    return Map.of("student", "student/feature", "teacher", "teacher/feature");
  }

  @Override
  public Term open(Run run) {
    return inputs -> value(inputs.get("student"), inputs.get("teacher"));
  }

  static NDArray value(NDArray student, NDArray teacher) {
    Rows.checkSameNumber(student, teacher);
    return Huber.mean(distances(student), distances(teacher));
  }

  private static NDArray distances(NDArray features) {
    var rows = Rows.flattened(features);
    int count = Math.toIntExact(rows.getShape().get(0));
    var squares = rows.square().sum(new int[] {1}, true);
    var others = rows.getManager().eye(count).neg().add(1f);
    var distances =
        squares
            .add(squares.transpose())
            .sub(rows.matMul(rows.transpose()).mul(2f))
            .maximum(Rows.TINY)
            .sqrt()
            .mul(others);
    float pairs = Math.max(1, (float) count * (count - 1));
    return distances.div(distances.sum().div(pairs).maximum(Rows.TINY));
  }
}
