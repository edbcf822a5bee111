package dev.coffey.plugins.losses;

import dev.coffey.api.Loss;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import java.util.Map;

/**
 * Mean of {@code (student − teacher)²} over all elements of the batch.
 *
 * <p>{@code student}, {@code teacher}: logits unless wired otherwise, float32, of any shape with
 * the batch axis first. Throws {@link ShapeMismatch} if the two shapes differ. Source for logits:
 * Ba, Caruana 2014, equation 1, which sums over the classes and halves.
 */
final class MeanSquaredError implements Loss {
  @Override
  public Map<String, String> inputs() {
    return Map.of("student", "student/logits", "teacher", "teacher/logits");
  }

  @Override
  public Term open(Run run) {
    return inputs -> {
      var student = inputs.get("student");
      var teacher = inputs.get("teacher");
      ShapeMismatch.check("student", student, "teacher", teacher);
      return student.sub(teacher).square().mean();
    };
  }
}
