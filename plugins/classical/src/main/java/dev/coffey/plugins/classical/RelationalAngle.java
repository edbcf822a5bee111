package dev.coffey.plugins.classical;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Loss;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import java.util.Map;

/**
 * Angles between samples: Huber's loss of {@code a(student) − a(teacher)}, averaged over the N³
 * triples, where {@code a(f)[i, j, k]} is the cosine of the angle at f[i] between the directions to
 * f[j] and f[k], 0 where two of them coincide.
 *
 * <p>{@code student}, {@code teacher}: float32, (N, …), each of its own size, such as pooled
 * features. Throws {@link ShapeMismatch} if N differs. Takes memory of order N³ + N² D: batches up
 * to 128 are fine. Source: Park, Kim, Lu, Cho 2019, "Relational Knowledge Distillation", angle-wise
 * loss.
 */
final class RelationalAngle implements Loss {
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
    return Huber.mean(cosines(student), cosines(teacher));
  }

  private static NDArray cosines(NDArray features) {
    var rows = Rows.flattened(features);
    // (N, N, D): [i, j] leads from i to j
    var directions = Rows.scaled(rows.expandDims(0).sub(rows.expandDims(1)), 2);
    return directions.matMul(directions.transpose(0, 2, 1));
  }
}
