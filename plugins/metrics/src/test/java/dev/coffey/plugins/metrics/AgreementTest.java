package dev.coffey.plugins.metrics;

import static dev.coffey.plugins.metrics.Batches.compared;
import static dev.coffey.plugins.metrics.Batches.figures;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffey.api.Metric;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.MetricContract;
import org.junit.jupiter.api.Test;

class AgreementTest extends MetricContract {
  private static final float[][] STUDENT = {{1, 2, 3}, {3, 2, 1}, {0, 5, 0}, {-1, -2, -3}};
  private static final float[][] TEACHER = {{0, 0, 1}, {0, 1, 0}, {0, 9, 8}, {1, 0, 2}};

  @Override
  protected Metric metric() {
    return new Agreement();
  }

  @Override
  protected String id() {
    return "agreement";
  }

  @Override
  protected Tensors outputs(Run run) {
    return compared(run.scratch(), STUDENT, TEACHER);
  }

  @Test
  void itIsTheShareOfSamplesWithTheSameDecision() {
    // the student says 2, 0, 1, 0, the teacher 2, 1, 1, 2
    assertThat(figures(open(1), metric(), manager -> compared(manager, STUDENT, TEACHER)))
        .containsOnlyKeys("agreement")
        .containsEntry("agreement", 0.5);
  }

  @Test
  void aTeacherWithOtherClassesIsRefused() {
    assertThatThrownBy(
            () ->
                figures(
                    open(1),
                    metric(),
                    manager ->
                        compared(manager, new float[][] {{1, 2}}, new float[][] {{1, 2, 3}})))
        .isInstanceOf(ShapeMismatch.class)
        .hasMessage(
            "student/logits and teacher/logits must have the same shape, but are (1, 2) and"
                + " (1, 3)");
  }
}
