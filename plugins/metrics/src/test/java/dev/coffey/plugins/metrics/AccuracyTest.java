package dev.coffey.plugins.metrics;

import static dev.coffey.plugins.metrics.Batches.figures;
import static dev.coffey.plugins.metrics.Batches.judged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffey.api.Metric;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.MetricContract;
import org.junit.jupiter.api.Test;

class AccuracyTest extends MetricContract {
  private static final float[][] LOGITS = {{1, 2, 3}, {3, 2, 1}, {0, 5, 0}, {-1, -2, -3}};

  @Override
  protected Metric metric() {
    return new Accuracy();
  }

  @Override
  protected String id() {
    return "accuracy";
  }

  @Override
  protected Tensors outputs(Run run) {
    return judged(run.scratch(), LOGITS, 2, 0, 0, 0);
  }

  @Test
  void theLargestLogitDecides() {
    // predictions 2, 0, 1, 0: three of four labels are met
    assertThat(figures(open(1), metric(), manager -> judged(manager, LOGITS, 2, 0, 0, 0)))
        .containsOnlyKeys("accuracy")
        .containsEntry("accuracy", 0.75);
  }

  @Test
  void ofEqualLogitsTheLowestClassCounts() {
    assertThat(figures(open(1), metric(), manager -> judged(manager, new float[][] {{1, 1}}, 0)))
        .containsEntry("accuracy", 1.0);
  }

  @Test
  void labelsOfAnotherBatchAreRefused() {
    assertThatThrownBy(() -> figures(open(1), metric(), manager -> judged(manager, LOGITS, 2, 0)))
        .isInstanceOf(ShapeMismatch.class)
        .hasMessage(
            "student/logits and batch/y must be of shapes (N, K) and (N), but are (4, 3) and (2)");
  }
}
