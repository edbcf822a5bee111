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
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfusionTest extends MetricContract {
  private static final float[][] LOGITS = {{1, 2, 3}, {3, 2, 1}, {0, 5, 0}, {0, 0, 9}, {0, 5, 1}};

  @Override
  protected Metric metric() {
    return new Confusion();
  }

  @Override
  protected String id() {
    return "confusion";
  }

  @Override
  protected Tensors outputs(Run run) {
    return judged(run.scratch(), LOGITS, 2, 0, 0, 1, 0);
  }

  @Test
  void pairsOfLabelAndPredictionAreCounted() {
    // predictions 2, 0, 1, 2, 1
    assertThat(figures(open(1), metric(), manager -> judged(manager, LOGITS, 2, 0, 0, 1, 0)))
        .isEqualTo(
            Map.of(
                "confusion", 0.6,
                "confusion/0/0", 1.0,
                "confusion/0/1", 2.0,
                "confusion/1/2", 1.0,
                "confusion/2/2", 1.0));
  }

  @Test
  void aStudentThatChangesItsNumberOfClassesIsRefused() {
    try (var session = open(1)) {
      var meter = metric().open(session.run());

      assertThatThrownBy(
              () ->
                  session.step(
                      () -> {
                        meter.add(judged(session.run().scratch(), new float[][] {{1, 2}}, 0));
                        meter.add(judged(session.run().scratch(), new float[][] {{1, 2, 3}}, 0));
                        return true;
                      }))
          .isInstanceOf(ShapeMismatch.class)
          .hasMessage("student/logits had 2 classes before, but has 3 now");
    }
  }
}
