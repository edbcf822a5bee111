package dev.coffey.plugins.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Metric;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.MetricContract;
import dev.coffey.nn.block.Staged;
import dev.coffey.plugins.metrics.RobustnessOptions.Norm;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On a network whose logits are (x₀, x₁): the boundary is x₀ = x₁. */
class RobustAccuracyTest extends MetricContract {
  // distances to the boundary: L∞ 0.1, 0.02, 0.2 and on the wrong side; L2 √2 times as much
  private static final float[][] X = {{0.6f, 0.4f}, {0.5f, 0.46f}, {0.2f, 0.6f}, {0.4f, 0.5f}};
  private static final int[] LABELS = {0, 0, 1, 0};

  @Override
  protected Metric metric() {
    return new RobustAccuracy();
  }

  @Override
  protected String id() {
    return "robust-accuracy";
  }

  @Override
  protected Record options() {
    return new RobustnessOptions(Norm.LINF, 0.05, 5, 100);
  }

  @Override
  protected List<Supplier<? extends Record>> invalidOptions() {
    return List.of(() -> new RobustnessOptions(Norm.L2, 0, 5, 100));
  }

  @Override
  protected DataSpec data() {
    return DataSpec.of(new Shape(2), 2);
  }

  @Override
  protected void prepare(Run run) {
    run.build("student", identity(), new Shape(2));
  }

  private static Block identity() {
    return Staged.builder().apply(x -> x.mul(4)).tap("logits").build();
  }

  @Override
  protected Tensors outputs(Run run) {
    var x = run.scratch().create(X);
    return Tensors.of("batch/x", x)
        .with("batch/y", run.scratch().create(LABELS))
        .with("student/logits", x.mul(4))
        .with("teacher/logits", x.mul(4));
  }

  @ParameterizedTest
  @CsvSource({
    // x₀ − x₁ = 0.2, 0.04, −0.4 and −0.1; LINF can change it by 2 · radius, L2 by √2 · radius
    "LINF, 0.01, 0.75",
    "LINF, 0.05, 0.5",
    "LINF, 0.15, 0.25",
    "LINF, 0.25, 0",
    "L2, 0.02, 0.75",
    "L2, 0.05, 0.5",
    "L2, 0.13, 0.5",
    "L2, 0.15, 0.25"
  })
  void imagesCloserToTheBoundaryThanTheRadiusAreLost(Norm norm, double radius, double expected) {
    assertThat(figure(new RobustnessOptions(norm, radius, 10, 100))).isEqualTo(expected);
  }

  @Test
  void onlyTheFirstImagesAreAttacked() {
    assertThat(figure(new RobustnessOptions(Norm.LINF, 0.05, 10, 1))).isEqualTo(1);
  }

  @Test
  void imagesStayWithinTheRadiusAndBetweenBlackAndWhite() {
    var options = new RobustnessOptions(Norm.L2, 0.3, 10, 100);
    try (var session = open(1, options)) {
      prepare(session.run());
      float[] moved =
          session.step(
              () -> {
                var x = session.run().scratch().create(new float[][] {{0.9f, 0.1f}, {0.5f, 0.5f}});
                var y = session.run().scratch().create(new int[] {1, 0});
                return new GradientAttack(session.run(), options)
                    .on(session.run().network("student"), x, y)
                    .toFloatArray();
              });
      // along (1, −1) / √2; the first is cut off at the edges
      float side = (float) (0.3 / Math.sqrt(2));
      assertThat(moved)
          .containsExactly(new float[] {1, 0, 0.5f - side, 0.5f + side}, offset(1e-4f));
    }
  }

  private double figure(RobustnessOptions options) {
    try (var session = open(1, options)) {
      prepare(session.run());
      var meter = metric().open(session.run());
      session.step(
          () -> {
            meter.add(outputs(session.run()));
            return true;
          });
      return meter.read().get("robust-accuracy");
    }
  }
}
