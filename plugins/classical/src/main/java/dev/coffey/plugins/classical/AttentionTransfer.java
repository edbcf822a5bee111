package dev.coffey.plugins.classical;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Loss;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;
import java.util.Map;

/**
 * Attention transfer: mean of {@code (A(student) − A(teacher))²} over batch and pixels, where
 * {@code A(f) = v / ‖v‖₂} with {@code v} the mean over channels of {@code |f|ᵖ}, one vector a
 * sample. Of two maps the larger is brought to the smaller's size by average pooling.
 *
 * <p>{@code student}, {@code teacher}: feature maps, float32, (N, C, H, W), C and size of their
 * own. Throws {@link ShapeMismatch} if they are none. For several stages list the wirings of this
 * loss; the stages' values add up. Source: Zagoruyko, Komodakis 2017, equation 2, with
 * RepDistiller's mean in the place of the sum.
 */
final class AttentionTransfer implements Loss {
  @Override
  public Class<? extends Record> options() {
    return AttentionTransferOptions.class;
  }

  @Override
  public Map<String, String> inputs() {
    return Map.of("student", "student/stage2", "teacher", "teacher/stage2");
  }

  @Override
  public Term open(Run run) {
    var power = run.options(AttentionTransferOptions.class).power();
    return inputs -> value(inputs, power);
  }

  private static NDArray value(Tensors inputs, double power) {
    var student = inputs.get("student");
    var teacher = inputs.get("teacher");
    check(student, teacher);
    long height = Math.min(student.getShape().get(2), teacher.getShape().get(2));
    long width = Math.min(student.getShape().get(3), teacher.getShape().get(3));
    return attention(FeatureMaps.pooled(student, height, width), power)
        .sub(attention(FeatureMaps.pooled(teacher, height, width), power))
        .square()
        .mean();
  }

  private static NDArray attention(NDArray map, double power) {
    var strength = power == 2 ? map.square() : map.abs().pow(power);
    return Rows.unit(Rows.flattened(strength.mean(new int[] {1})));
  }

  private static void check(NDArray student, NDArray teacher) {
    var own = student.getShape();
    var other = teacher.getShape();
    if (own.dimension() != 4 || other.dimension() != 4 || own.get(0) != other.get(0)) {
      throw new ShapeMismatch(
          "student and teacher must be of shape (N, C, H, W) with the same N, but are %s and %s"
              .formatted(own, other));
    }
  }
}
