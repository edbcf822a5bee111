package dev.coffey.plugins.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import dev.coffey.api.Loss;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.LossContract;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SoftLabelsTest extends LossContract {
  private static final float[][] STUDENT = {{0.5f, -1, 2}, {1.5f, 0.3f, -0.7f}, {-2, 0.4f, 0.9f}};
  private static final float[][] TEACHER = {{1, -2, 3}, {0.2f, 2.5f, -1}, {-1, 0, 4}};
  private static final float LN3 = (float) Math.log(3);

  @Override
  protected Loss loss() {
    return new SoftLabels();
  }

  @Override
  protected Record options() {
    return new SoftLabelsOptions(4, true);
  }

  @Override
  protected List<Supplier<? extends Record>> invalidOptions() {
    return List.of(
        () -> new SoftLabelsOptions(0, true),
        () -> new SoftLabelsOptions(-1, true),
        () -> new SoftLabelsOptions(Double.NaN, true));
  }

  @Override
  protected Tensors example(Run run) {
    return inputs(run.scratch(), STUDENT, TEACHER);
  }

  @Test
  void theValueIsTheDivergenceOfTheSoftenedTeacherFromTheStudent() {
    // T = 2: the teacher's (2 ln 3, 0) softens to (3/4, 1/4), the student's to (1/2, 1/2)
    var divergence = 0.75 * Math.log(0.75 / 0.5) + 0.25 * Math.log(0.25 / 0.5);

    assertThat(value(2, false, new float[][] {{0, 0}}, new float[][] {{2 * LN3, 0}}))
        .isCloseTo(divergence, within(1e-5));
  }

  @Test
  void theTeacherComesFirst() {
    // KL(student ‖ teacher) would be ½ ln(½ / ¾) + ½ ln(½ / ¼) = 0.1438 instead of 0.1308
    assertThat(value(1, true, new float[][] {{0, 0}}, new float[][] {{LN3, 0}}))
        .isCloseTo(0.75 * Math.log(1.5) + 0.25 * Math.log(0.5), within(1e-5));
  }

  @Test
  void classesAreSummedAndTheBatchIsAveraged() {
    // the second sample agrees and adds nothing, so the mean is half of the first one's divergence
    var first = 0.75 * Math.log(1.5) + 0.25 * Math.log(0.5);

    assertThat(value(1, true, new float[][] {{0, 0}, {5, 1}}, new float[][] {{LN3, 0}, {5, 1}}))
        .isCloseTo(first / 2, within(1e-5));
  }

  @Test
  void equalLogitsCostNothing() {
    assertThat(value(4, true, TEACHER, TEACHER)).isZero();
  }

  @Test
  void logitsThatDifferByAConstantCostNothing() {
    assertThat(value(4, true, new float[][] {{1, 2, 3}}, new float[][] {{11, 12, 13}}))
        .isCloseTo(0, within(1e-5));
  }

  @Test
  void scalingMultipliesByTheTemperatureSquared() {
    var plain = value(4, false, STUDENT, TEACHER);

    assertThat(value(4, true, STUDENT, TEACHER)).isEqualTo(16 * plain);
  }

  @Test
  void extremeLogitsStayFinite() {
    // p = (0, 1) and log q = (0, −2000 / 4): the divergence is 500
    assertThat(value(4, true, new float[][] {{1000, -1000}}, new float[][] {{-1000, 1000}}))
        .isCloseTo(16 * 500, within(0.1));
  }

  @Test
  void gradientsAtExtremeLogitsStayFinite() {
    assertThat(gradient(new float[][] {{1000, -1000}}, new float[][] {{-1000, 1000}}))
        // T · (q − p)
        .containsExactly(new float[] {4, -4}, offset(1e-4f));
  }

  @Test
  void aTeacherWithOtherClassesIsRefused() {
    assertThatThrownBy(() -> value(4, true, STUDENT, new float[][] {{1, 2}, {3, 4}, {5, 6}}))
        .isInstanceOf(ShapeMismatch.class)
        .hasMessage("student and teacher must have the same shape, but are (3, 3) and (3, 2)");
  }

  @Test
  void aTemperatureOfZeroIsRefused() {
    assertThatThrownBy(() -> new SoftLabelsOptions(0, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("temperature must be above 0, but is 0.0");
  }

  private double value(double temperature, boolean scale, float[][] student, float[][] teacher) {
    try (var session = open(1, new SoftLabelsOptions(temperature, scale))) {
      var term = loss().open(session.run());
      return session.step(
          () -> (double) term.value(inputs(session.run().scratch(), student, teacher)).getFloat());
    }
  }

  private float[] gradient(float[][] student, float[][] teacher) {
    try (var session = open(1)) {
      var term = loss().open(session.run());
      return session.step(
          () -> {
            var inputs = inputs(session.run().scratch(), student, teacher);
            return session
                .run()
                .gradient(inputs.get("student"), at -> term.value(inputs.with("student", at)))
                .toFloatArray();
          });
    }
  }

  private static Tensors inputs(NDManager manager, float[][] student, float[][] teacher) {
    return Tensors.of("student", manager.create(student)).with("teacher", manager.create(teacher));
  }
}
