package dev.coffey.plugins.losses;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Loss;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;
import java.util.Map;

/**
 * Distance between softened class distributions: {@code T² · KL(p ‖ q)} with {@code p =
 * softmax(teacher / T)}, {@code q = softmax(student / T)}, summed over the classes and averaged
 * over the batch, in nats.
 *
 * <p>{@code student}, {@code teacher}: logits, float32, (N, K). The factor T² keeps the gradient's
 * size when T changes; {@code scale-by-temperature: false} leaves it out. Throws {@link
 * ShapeMismatch} if the two shapes differ. Source: Hinton, Vinyals, Dean 2015, section 2.
 */
final class SoftLabels implements Loss {
  @Override
  public Class<? extends Record> options() {
    return SoftLabelsOptions.class;
  }

  @Override
  public Map<String, String> inputs() {
    return Map.of("student", "student/logits", "teacher", "teacher/logits");
  }

  @Override
  public Term open(Run run) {
    var options = run.options(SoftLabelsOptions.class);
    return inputs -> value(inputs, options);
  }

  private static NDArray value(Tensors inputs, SoftLabelsOptions options) {
    var student = inputs.get("student");
    var teacher = inputs.get("teacher");
    ShapeMismatch.check("student", student, "teacher", teacher);
    var temperature = options.temperature();
    var factor = options.scaleByTemperature() ? temperature * temperature : 1;
    // Logarithms of both sides from logSoftmax: the logarithm of a softmax that is 0 never appears.
    var logP = teacher.div(temperature).logSoftmax(1);
    var logQ = student.div(temperature).logSoftmax(1);
    // on PyTorch a scalar times a double would be float64
    return logP.exp().mul(logP.sub(logQ)).sum(new int[] {1}).mean().mul((float) factor);
  }
}
