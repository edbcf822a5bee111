package dev.coffey.plugins.losses;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Loss;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import java.util.Map;

/**
 * Cross-entropy with soft labels: {@code −Σ labels · log softmax(student)}, summed over the classes
 * and averaged over the batch, in nats.
 *
 * <p>{@code student}: logits, float32, (N, K). {@code labels}: each row a distribution over the
 * classes, float32, (N, K); unless wired otherwise {@code batch/jointLabel}, which composers that
 * mix samples give. Throws {@link ShapeMismatch} if the two shapes differ. Source: Zhang, Cissé,
 * Dauphin, Lopez-Paz 2018, section 2.
 */
final class SoftCrossEntropy implements Loss {
  @Override
  public Map<String, String> inputs() {
    return Map.of("student", "student/logits", "labels", "batch/jointLabel");
  }

  @Override
  public Term open(Run run) {
    return inputs -> {
      var student = inputs.get("student");
      var labels = inputs.get("labels");
      ShapeMismatch.check("student", student, "labels", labels);
      return value(student, labels);
    };
  }

  /** {@code student}: logits; {@code target}: distributions; both (N, K). A scalar in nats. */
  static NDArray value(NDArray student, NDArray target) {
    return target.mul(student.logSoftmax(1)).sum(new int[] {1}).mean().neg();
  }
}
