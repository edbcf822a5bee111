package dev.coffey.plugins.samples;

import static dev.coffey.plugins.samples.Judgements.figures;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Metric;
import dev.coffey.api.NoOptions;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.MetricContract;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MaskStatisticsTest extends MetricContract {
  private static final String ID = "mask-statistics";

  @Override
  protected Metric metric() {
    return new MaskStatistics();
  }

  @Override
  protected String id() {
    return ID;
  }

  @Override
  protected Tensors outputs(Run run) {
    float[] pixels = {0, 0.25f, 0.5f, 1, 0.75f, 0.95f, 0.05f, 0.5f, 1, 1, 1, 0};
    return Tensors.of("batch/mask", run.scratch().create(pixels, new Shape(3, 1, 2, 2)));
  }

  @Test
  void areaDecidedPixelsAndEntropy() {
    var figures = statistics(new Shape(1, 1, 2, 2), 0, 0.5f, 0.95f, 1);

    double entropy = Math.log(2) - .95 * Math.log(.95) - .05 * Math.log(.05);
    assertThat(figures.get(ID)).isCloseTo(2.45 / 4, within(1e-6));
    assertThat(figures.get(ID + "/decided")).isEqualTo(0.75);
    assertThat(figures.get(ID + "/entropy")).isCloseTo(entropy / 4, within(1e-6));
  }

  @Test
  void hardMasksHaveNoEntropy() {
    assertThat(statistics(new Shape(2, 1, 1, 2), 0, 1, 1, 1))
        .isEqualTo(Map.of(ID, 0.75, ID + "/decided", 1.0, ID + "/entropy", 0.0));
  }

  @Test
  void whereNoComposerMakesMasksItSaysSo() {
    assertThatThrownBy(
            () ->
                figures(
                    new MaskStatistics(),
                    new NoOptions(),
                    manager -> Tensors.of("batch/x", manager.ones(new Shape(1, 2)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("mask-statistics reads masks, but no composer of the stage makes any");
  }

  @Test
  void masksOfAnotherShapeAreRefused() {
    assertThatThrownBy(() -> statistics(new Shape(1, 2, 1, 1), 0, 1))
        .isInstanceOf(ShapeMismatch.class)
        .hasMessage("batch/mask must have the shape (N, 1, H, W), but is (1, 2, 1, 1)");
  }

  private static Map<String, Double> statistics(Shape shape, float... pixels) {
    return figures(
        new MaskStatistics(),
        new NoOptions(),
        manager -> Tensors.of("batch/mask", manager.create(pixels, shape)));
  }
}
