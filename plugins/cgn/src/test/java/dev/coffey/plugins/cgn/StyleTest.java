package dev.coffey.plugins.cgn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.nn.image.ToroidalShift;
import dev.coffey.nn.test.FiniteDifferences;
import dev.coffey.nn.test.TestBench;
import org.junit.jupiter.api.Test;

class StyleTest {
  private static final Shape TWO_PIXELS = new Shape(1, 2, 1, 2);

  @Test
  void itsPartsAreGramMatrixMeansAndDeviations() {
    try (var bench = TestBench.open(1)) {
      var run = bench.run();
      bench.stepping(
          () -> {
            Style style = Style.of(run.scratch().create(new float[] {1, 0.5f, -1, 0}, TWO_PIXELS));
            // products of (1, 0.5) and (-1, 0), over 2 channels and 2 pixels
            assertThat(style.gram().toFloatArray())
                .containsExactly(new float[] {1.25f / 4, -0.25f, -0.25f, 0.25f}, within(1e-5f));
            assertThat(style.mean().toFloatArray())
                .containsExactly(new float[] {0.75f, -0.5f}, within(1e-5f));
            assertThat(style.deviation().toFloatArray())
                .containsExactly(
                    new float[] {(float) Math.sqrt(0.0625 + 1e-5), (float) Math.sqrt(0.25 + 1e-5)},
                    within(1e-5f));
          });
    }
  }

  @Test
  void distanceIsThatOfMeansOfAllParts() {
    double distance =
        Small.value(
            run -> {
              var first = run.scratch().create(new float[] {1, 0.5f, -1, 0}, TWO_PIXELS);
              var second = run.scratch().create(new float[] {0, 0, 0, 0}, TWO_PIXELS);
              return Style.of(first).distance(Style.of(second)).getFloat();
            });
    double gram = (0.3125 + 0.25 + 0.25 + 0.25) / 4;
    double mean = (0.75 + 0.5) / 2;
    double deviation = (Math.sqrt(0.0625 + 1e-5) + Math.sqrt(0.25 + 1e-5)) / 2 - Math.sqrt(1e-5);
    assertThat(distance).isCloseTo(gram + mean + deviation, within(1e-5));
  }

  @Test
  void whereColoursStandDoesNotMatter() {
    double distance =
        Small.value(
            run -> {
              var image = run.scratch().create(TestBench.normal(18, 3), new Shape(1, 3, 2, 3));
              var shifted =
                  ToroidalShift.by(run.scratch(), new int[] {1}, new int[] {2}, new Shape(3, 2, 3))
                      .apply(image);
              return Style.of(image).distance(Style.of(shifted)).getFloat();
            });
    assertThat(distance).isCloseTo(0, within(1e-5));
  }

  @Test
  void gradientsAgreeWithFiniteDifferences() {
    try (var bench = TestBench.open(1)) {
      var run = bench.run();
      bench.stepping(
          () -> {
            var shape = new Shape(2, 3, 2, 3);
            NDArray made = run.scratch().create(TestBench.normal(36, 3), shape);
            Style target = Style.of(run.scratch().create(TestBench.normal(36, 4), shape).mul(0.3f));
            FiniteDifferences.check(run, made, 1e-2, at -> Style.of(at).distance(target));
          });
    }
  }
}
