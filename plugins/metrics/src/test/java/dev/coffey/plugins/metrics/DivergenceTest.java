package dev.coffey.plugins.metrics;

import static dev.coffey.plugins.metrics.Batches.compared;
import static dev.coffey.plugins.metrics.Batches.figures;
import static dev.coffey.plugins.metrics.Batches.logits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coffey.api.Metric;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.MetricContract;
import org.junit.jupiter.api.Test;

class DivergenceTest extends MetricContract {
  private static final float[][] STUDENT = {logits(0.5, 0.5), logits(0.1, 0.9), logits(0.4, 0.6)};
  private static final float[][] TEACHER = {logits(0.75, 0.25), logits(0.1, 0.9), logits(0.2, 0.8)};

  @Override
  protected Metric metric() {
    return new Divergence();
  }

  @Override
  protected String id() {
    return "kl";
  }

  @Override
  protected Tensors outputs(Run run) {
    return compared(run.scratch(), STUDENT, TEACHER);
  }

  @Test
  void itIsTheMeanDivergenceOfTheTeacherFromTheStudent() {
    // KL((3/4, 1/4) ‖ (1/2, 1/2)), then 0, then KL((1/5, 4/5) ‖ (2/5, 3/5))
    var sum =
        0.75 * Math.log(1.5) + 0.25 * Math.log(0.5) + 0.2 * Math.log(0.5) + 0.8 * Math.log(4.0 / 3);

    assertThat(kl(STUDENT, TEACHER)).isCloseTo(sum / 3, within(1e-5));
  }

  @Test
  void equalDistributionsHaveNone() {
    assertThat(kl(TEACHER, TEACHER)).isZero();
  }

  @Test
  void extremeLogitsStayFinite() {
    assertThat(kl(new float[][] {{1000, -1000}}, new float[][] {{-1000, 1000}}))
        .isCloseTo(2000, within(1e-2));
  }

  private double kl(float[][] student, float[][] teacher) {
    return figures(open(1), metric(), manager -> compared(manager, student, teacher)).get("kl");
  }
}
