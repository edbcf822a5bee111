package dev.coffey.plugins.datafree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.nn.test.TestBench;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class DiscrepancyTest {
  private static final float[][] TEACHER = {{1, 2, 3}, {0, 0, 0}};
  private static final float[][] STUDENT = {{1, 0, 4.5f}, {-1, 1, 0.5f}};

  @Test
  void thatOfLogitsIsTheMeanOverBatchAndClasses() {
    // (0 + 2 + 1.5 + 1 + 1 + 0.5) / 6
    assertThat(value(manager -> ofLogits(manager))).isCloseTo(1.0f, within(1e-6f));
  }

  private static NDArray ofLogits(NDManager manager) {
    return Discrepancy.ofLogits().mean(manager.create(STUDENT), manager.create(TEACHER));
  }

  @Test
  void theDivergenceIsThatOfSoftmaxTimesTemperatureSquared() {
    var kl = new Discrepancy(Discrepancy.Form.KL, 2);

    double expected =
        4 * (divergence(TEACHER[0], STUDENT[0]) + divergence(TEACHER[1], STUDENT[1])) / 2;
    assertThat(value(manager -> kl.mean(manager.create(STUDENT), manager.create(TEACHER))))
        .isCloseTo((float) expected, within(1e-5f));
  }

  /** KL(softmax(teacher/2) ‖ softmax(student/2)) in doubles. */
  private static double divergence(float[] teacher, float[] student) {
    double ofTeacher = 0;
    double ofStudent = 0;
    for (int i = 0; i < teacher.length; i++) {
      ofTeacher += Math.exp(teacher[i] / 2);
      ofStudent += Math.exp(student[i] / 2);
    }
    double sum = 0;
    for (int i = 0; i < teacher.length; i++) {
      double p = Math.exp(teacher[i] / 2) / ofTeacher;
      sum += p * (Math.log(p) - Math.log(Math.exp(student[i] / 2) / ofStudent));
    }
    return sum;
  }

  @Test
  void shapesMustBeEqual() {
    assertThatThrownBy(
            () ->
                value(
                    manager ->
                        Discrepancy.ofLogits()
                            .mean(manager.create(STUDENT), manager.create(new float[][] {{1, 2}}))))
        .isInstanceOf(ShapeMismatch.class);
  }

  private static float value(Function<NDManager, NDArray> function) {
    try (var bench = TestBench.open(1)) {
      var run = bench.run();
      return bench.step(() -> function.apply(run.scratch()).getFloat());
    }
  }
}
