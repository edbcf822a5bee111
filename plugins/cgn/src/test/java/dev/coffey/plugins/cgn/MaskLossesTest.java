package dev.coffey.plugins.cgn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Run;
import dev.coffey.nn.test.FiniteDifferences;
import dev.coffey.nn.test.TestBench;
import org.junit.jupiter.api.Test;

class MaskLossesTest {
  /** Areas 3/8, 0.025 and 1/2 of three masks of 2 x 2 pixels. */
  private static NDArray masks(Run run) {
    float[] values = {
      0.5f, 0.25f, 0.5f, 0.25f, 0.025f, 0.025f, 0.025f, 0.025f, 0.3f, 0.7f, 0.4f, 0.6f
    };
    return run.scratch().create(values, new Shape(3, 1, 2, 2));
  }

  @Test
  void aPixelHasTheEntropyOfACoin() {
    double bits =
        Small.value(
            run ->
                MaskLosses.entropy(
                        run.scratch()
                            .create(new float[] {0.5f, 0.25f, 0.75f, 0.5f}, new Shape(2, 1, 2, 1)))
                    .getFloat());
    // 1, 0.25·2 + 0.75·log₂(4/3) twice, 1
    double quarter = 0.5 + 0.75 * Math.log(4.0 / 3) / Math.log(2);
    assertThat(bits).isCloseTo((2 + 2 * quarter) / 4, within(1e-5));
  }

  @Test
  void theLimitsOfAMaskHaveNextToNoEntropy() {
    double bits =
        Small.value(
            run ->
                MaskLosses.entropy(
                        Mechanism.clamped(
                            run.scratch().create(new float[] {0, 1}, new Shape(1, 1, 1, 2))))
                    .getFloat());
    assertThat(bits).isBetween(0.0, 0.002);
  }

  @Test
  void areasAreMeansOfEachMask() {
    try (var bench = TestBench.open(1)) {
      var run = bench.run();
      float[] areas = bench.step(() -> MaskLosses.areas(masks(run)).toFloatArray());
      assertThat(areas).containsExactly(new float[] {0.375f, 0.025f, 0.5f}, within(1e-6f));
    }
  }

  @Test
  void onlyTheAreaOutsideTheIntervalCosts() {
    double cost =
        Small.value(run -> MaskLosses.interval(MaskLosses.areas(masks(run)), 0.05, 0.4).getFloat());
    // 0, 0.05 - 0.025, 0.5 - 0.4
    assertThat(cost).isCloseTo(0.125 / 3, within(1e-5));
  }

  @Test
  void gradientsAgreeWithFiniteDifferences() {
    try (var bench = TestBench.open(1)) {
      var run = bench.run();
      bench.stepping(
          () -> {
            NDArray inner =
                run.scratch()
                    .create(
                        new float[] {0.5f, 0.25f, 0.5f, 0.25f, 0.9f, 0.8f, 0.7f, 0.9f},
                        new Shape(2, 1, 2, 2));
            FiniteDifferences.check(run, inner, 1e-3, MaskLosses::entropy);
            FiniteDifferences.check(
                run,
                masks(run),
                1e-3,
                masks -> MaskLosses.interval(MaskLosses.areas(masks), 0.05, 0.4));
          });
    }
  }
}
