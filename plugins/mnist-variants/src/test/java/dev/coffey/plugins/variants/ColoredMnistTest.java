package dev.coffey.plugins.variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coffey.nn.test.TestBench;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColoredMnistTest {
  /** A grey digit of one pixel, 51, at the start. */
  private static final DigitSource DIGITS = new OneDigit(3, 51);

  @Test
  void aPixelIsItsGreyTimesTheColour() {
    try (var bench = TestBench.open(1)) {
      var options = Chosen.colored(0, Cues.BIASED);
      var images = open(bench, options, "test");

      bench.stepping(
          () -> {
            var x = images.rows(0).get("x");
            // class 3 is (0, 149, 182), grey 51 a fifth of white
            assertThat(x.get("0,:,0,0").toFloatArray())
                .containsExactly(new float[] {0, 149 / 1275f, 182 / 1275f}, within(1e-6f));
            assertThat(x.sum().getFloat()).isCloseTo(331 / 1275f, within(1e-6f));
          });
    }
  }

  @Test
  void coloursVaryAboutTheMeanAndStayColours() {
    try (var bench = TestBench.open(1)) {
      var images = new ColoredMnist().open(bench.run(Chosen.colored(0.02, Cues.BIASED)), "test");

      bench.stepping(
          () -> {
            var batch = images.batches(1000, null).next();
            // drawn digits are white: the brightest pixel of a channel is the colour
            float[] red =
                batch.get("x").get(":,0").max(new int[] {1}).max(new int[] {1}).toFloatArray();
            int[] classes = batch.get("foreground").toIntArray();
            // class 7 is (250, 197, 187), class 1 (0, 128, 128): red clipped above, below
            assertThat(of(red, classes, 7)).allMatch(value -> value <= 1).contains(1f);
            assertThat(of(red, classes, 1)).allMatch(value -> value >= 0).contains(0f);
            float[] green =
                batch.get("x").get(":,1").max(new int[] {1}).max(new int[] {1}).toFloatArray();
            assertThat(deviation(of(green, classes, 1), 128 / 255.0))
                .isCloseTo(Math.sqrt(0.02), within(0.03));
          });
    }
  }

  private static PaintedImages open(TestBench bench, ColoredOptions options, String split) {
    return (PaintedImages)
        new VariantSplits("test", DIGITS, options.variant(), ColoredMnist.drawing(options))
            .open(bench.run(), split);
  }

  private static List<Float> of(float[] values, int[] classes, int wanted) {
    return IntStream.range(0, classes.length)
        .filter(i -> classes[i] == wanted)
        .mapToObj(i -> values[i])
        .toList();
  }

  private static double deviation(List<Float> values, double mean) {
    return Math.sqrt(
        values.stream().mapToDouble(value -> (value - mean) * (value - mean)).average().orElse(0));
  }
}
