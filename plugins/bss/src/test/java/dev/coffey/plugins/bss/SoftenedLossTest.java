package dev.coffey.plugins.bss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.coffey.api.ShapeMismatch;
import dev.coffey.nn.test.TestBench;
import org.junit.jupiter.api.Test;

class SoftenedLossTest {
  private static final float LN3 = (float) Math.log(3);
  // T = 2: the teacher's (2 ln 3, 0) softens to (3/4, 1/4), the student's (0, 2 ln 3) to (1/4, 3/4)
  private static final double OPPOSITE = -0.75 * Math.log(0.25) - 0.25 * Math.log(0.75);
  private static final double SAME = -0.75 * Math.log(0.75) - 0.25 * Math.log(0.25);

  @Test
  void itIsTheCrossEntropyOfTheSoftenedDistributions() {
    assertThat(value(2, false, new float[][] {{0, 2 * LN3}}, new float[][] {{2 * LN3, 0}}))
        .isCloseTo(OPPOSITE, within(1e-5));
  }

  @Test
  void equalLogitsCostTheTeachersEntropy() {
    assertThat(value(2, false, new float[][] {{2 * LN3, 0}}, new float[][] {{2 * LN3, 0}}))
        .isCloseTo(SAME, within(1e-5));
  }

  @Test
  void samplesAreAveraged() {
    var teacher = new float[][] {{2 * LN3, 0}, {2 * LN3, 0}};

    assertThat(value(2, false, new float[][] {{0, 2 * LN3}, {2 * LN3, 0}}, teacher))
        .isCloseTo((OPPOSITE + SAME) / 2, within(1e-5));
  }

  @Test
  void scalingMultipliesByTheTemperatureSquared() {
    assertThat(value(2, true, new float[][] {{0, 2 * LN3}}, new float[][] {{2 * LN3, 0}}))
        .isCloseTo(4 * OPPOSITE, within(1e-5));
  }

  @Test
  void aTeacherWithOtherClassesIsRefused() {
    assertThatThrownBy(() -> value(2, true, new float[][] {{1, 2}}, new float[][] {{1, 2, 3}}))
        .isInstanceOf(ShapeMismatch.class)
        .hasMessage("student and teacher must have the same shape, but are (1, 2) and (1, 3)");
  }

  private static double value(
      double temperature, boolean scaled, float[][] student, float[][] teacher) {
    try (var bench = TestBench.open(1)) {
      return bench.step(
          () -> {
            var manager = bench.run().scratch();
            return (double)
                new SoftenedLoss(temperature, scaled)
                    .value(manager.create(student), manager.create(teacher))
                    .getFloat();
          });
    }
  }
}
