package dev.coffey.plugins.variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.coffey.api.Metric;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.MetricContract;
import dev.coffey.nn.test.TestBench;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VisibleAccuracyTest extends MetricContract {
  private static final float[][] LOGITS = {{1, 2, 3}, {3, 2, 1}, {0, 5, 0}, {-1, -2, -3}};

  @Override
  protected Metric metric() {
    return new VisibleAccuracy();
  }

  @Override
  protected String id() {
    return "visible-accuracy";
  }

  @Override
  protected Tensors outputs(Run run) {
    return outputs(run, 1, 0, 1, 1);
  }

  private static Tensors outputs(Run run, float... visible) {
    var scratch = run.scratch();
    return Tensors.of("student/logits", scratch.create(LOGITS))
        .with("batch/y", scratch.create(new int[] {2, 0, 0, 0}))
        .with("batch/visible", scratch.create(visible));
  }

  /** Predictions 2, 0, 1, 0 of labels 2, 0, 0, 0: only the third is wrong. */
  @Test
  void onlyWhatCanBeSeenCounts() {
    assertThat(figures(1, 0, 1, 1).get("visible-accuracy")).isCloseTo(2 / 3d, within(1e-9));
    assertThat(figures(1, 1, 0, 1).get("visible-accuracy")).isEqualTo(1);
  }

  @Test
  void theirShareIsTold() {
    assertThat(figures(1, 0, 1, 1)).containsEntry("visible-accuracy/share", 0.75);
  }

  @Test
  void whereNothingCanBeSeenNothingIsRight() {
    assertThat(figures(0, 0, 0, 0))
        .containsEntry("visible-accuracy", 0.0)
        .containsEntry("visible-accuracy/share", 0.0);
  }

  @Test
  void visibilityOfAnotherBatchIsRefused() {
    assertThatThrownBy(() -> figures(1, 0))
        .isInstanceOf(ShapeMismatch.class)
        .hasMessageContaining("(4, 3), (4), (2)");
  }

  private static Map<String, Double> figures(float... visible) {
    try (var bench = TestBench.open(1)) {
      var meter = new VisibleAccuracy().open(bench.run());
      bench.stepping(() -> meter.add(outputs(bench.run(), visible)));
      return meter.read();
    }
  }
}
