package dev.coffey.plugins.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Network;
import dev.coffey.nn.test.TestBench;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ShapeLayersTest {
  private static final Shape COLOURED = new Shape(3, 32, 32);

  @Test
  void itHasThePublishedSize() {
    // 6 + 2,432 + 9,248 + 18,496 + 36,928 + 650
    built(COLOURED, 32, false, net -> assertThat(net.parameters()).isEqualTo(67_760));
  }

  @Test
  void batchNormalisationsTakeThePlaceOfBiases() {
    // 6 + 1,200 + 2,304 + 4,608 + 9,216 + 2 · (16 + 16 + 32 + 32) + 330
    built(COLOURED, 16, true, net -> assertThat(net.parameters()).isEqualTo(17_856));
  }

  @Test
  void itMultipliesAsOftenAsItsLayersSay() {
    // 32²·75·32 + 16²·288·32 + 8²·288·64 + 8²·576·64 + 640
    built(
        COLOURED,
        32,
        false,
        net ->
            assertThat(net.multiplyAdds())
                .isEqualTo(2_457_600 + 2_359_296 + 1_179_648 + 2_359_296 + 640));
  }

  @Test
  void itsMapsShrinkAsPublished() {
    built(
        COLOURED,
        32,
        false,
        net ->
            assertThat(net.taps())
                .containsExactly(
                    Map.entry("stage1", new Shape(32, 16, 16)),
                    Map.entry("stage2", new Shape(64, 8, 8)),
                    Map.entry("feature", new Shape(64)),
                    Map.entry("logits", new Shape(10))));
  }

  @Test
  void otherImagesDoToo() {
    feature(new Shape(1, 25, 25), 8);
    feature(new Shape(1, 28, 28), 8);
    feature(new Shape(3, 64, 32), 2 * 8);
  }

  private static void feature(Shape image, int width) {
    built(
        image, 4, false, net -> assertThat(net.taps()).containsEntry("feature", new Shape(width)));
  }

  @Test
  void lastRowAndColumnOfEightAreLeftOut() {
    try (var bench = TestBench.open(1)) {
      bench.stepping(
          () -> {
            // 10 · row + column: 10 · 3 + 3 on average over 7 x 7
            var scratch = bench.run().scratch();
            var rows = scratch.arange(0f, 80f, 10f).reshape(1, 1, 8, 1);
            var columns = scratch.arange(0f, 8f, 1f).reshape(1, 1, 1, 8);
            var mean = ShapeLayers.mean(rows.add(columns));
            assertThat(mean.getShape()).isEqualTo(new Shape(1, 1, 1, 1));
            assertThat(mean.toFloatArray()[0]).isEqualTo(33f);
          });
    }
  }

  @Test
  void whatIsTooSmallIsRefused() {
    assertThatThrownBy(() -> built(new Shape(3, 24, 32), 4, false, net -> {}))
        .hasMessage(
            "mnist-cnn needs images (C, H, W) of at least 25x25 pixels, but the data has the shape"
                + " (3, 24, 32)");
  }

  @Test
  void classifiersNeedClasses() {
    try (var bench = TestBench.open(1, DataSpec.of(COLOURED, 0))) {
      var run = bench.run(new MnistCnnOptions(4, false));
      assertThatThrownBy(() -> new MnistCnn().open(run))
          .hasMessage("mnist-cnn needs data with classes, but this data has none");
    }
  }

  private static void built(Shape image, int width, boolean batchNorm, Consumer<Network> check) {
    try (var bench = TestBench.open(1, DataSpec.of(image, 10))) {
      check.accept(new MnistCnn().open(bench.run(new MnistCnnOptions(width, batchNorm))).get(0));
    }
  }
}
