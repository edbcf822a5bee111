package dev.coffey.plugins.samples;

import static dev.coffey.plugins.samples.Judgements.features;
import static dev.coffey.plugins.samples.Judgements.figures;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Metric;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.MetricContract;
import dev.coffey.nn.test.TestBench;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KernelDistanceTest extends MetricContract {
  private static final String ID = "kernel-distance";

  @Override
  protected Metric metric() {
    return new KernelDistance();
  }

  @Override
  protected String id() {
    return ID;
  }

  @Override
  protected Record options() {
    return new KernelOptions("feature", 1000);
  }

  @Override
  protected Tensors outputs(Run run) {
    return features(run.scratch());
  }

  @Test
  void theMeanIsOverBlocks() {
    var four = distance(2);

    assertThat(four).containsEntry(ID + "/blocks", 2.0).containsEntry(ID + "/samples", 4.0);
    // real: −1, 1 and −1, 1, so ±√(3/4) when standardised; made: the same, and 0, 0
    double square = 0.75;
    double real = cube(1 - square);
    double across = (cube(1 + square) + cube(1 - square)) / 2;
    double first = 2 * real - 2 * across;
    double second = 1 + real - 2;
    assertThat(four.get(ID)).isCloseTo((first + second) / 2, within(1e-6));
    assertThat(four.get(ID + "/deviation")).isCloseTo(Math.abs(first - second) / 2, within(1e-6));
    assertThat(distance(1000)).containsEntry(ID + "/blocks", 1.0);
  }

  @Test
  void samplesOfTheSameKindAreNear() {
    var figures =
        figures(
            new KernelDistance(),
            new KernelOptions("feature", 100),
            manager ->
                Tensors.of(
                        "judge/feature",
                        manager.create(TestBench.normal(1600, 1), new Shape(400, 4)))
                    .with(
                        "real/feature",
                        manager.create(TestBench.normal(1600, 2), new Shape(400, 4))));

    assertThat(figures.get(ID)).isCloseTo(0, within(0.1));
  }

  private static double cube(double value) {
    return value * value * value;
  }

  private static Map<String, Double> distance(int block) {
    return figures(
        new KernelDistance(),
        new KernelOptions("feature", block),
        manager ->
            Tensors.of("judge/feature", manager.create(new float[][] {{-1}, {1}, {0}, {0}}))
                .with("real/feature", manager.create(new float[][] {{-1}, {1}, {-1}, {1}})));
  }
}
