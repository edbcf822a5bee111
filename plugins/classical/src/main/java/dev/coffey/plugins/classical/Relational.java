package dev.coffey.plugins.classical;

import dev.coffey.api.Loss;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import java.util.Map;

/**
 * Relational knowledge distillation: the weighted sum of {@link RelationalDistance} and {@link
 * RelationalAngle}.
 *
 * <p>{@code student}, {@code teacher}: float32, (N, …), each of its own size, such as pooled
 * features. Throws {@link ShapeMismatch} if N differs. Source: Park, Kim, Lu, Cho 2019, "Relational
 * Knowledge Distillation"; weights as in RepDistiller.
 */
final class Relational implements Loss {
  @Override
  public Class<? extends Record> options() {
    return RelationalOptions.class;
  }

  @Override
  public Map<String, String> inputs() {
    return Map.of("student", "student/feature", "teacher", "teacher/feature");
  }

  @Override
  public Term open(Run run) {
    var options = run.options(RelationalOptions.class);
    return inputs -> {
      var student = inputs.get("student");
      var teacher = inputs.get("teacher");
      var distances = RelationalDistance.value(student, teacher).mul((float) options.distance());
      return distances.add(RelationalAngle.value(student, teacher).mul((float) options.angle()));
    };
  }
}
