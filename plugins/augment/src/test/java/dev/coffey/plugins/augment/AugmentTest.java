package dev.coffey.plugins.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Composer;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.ComposerContract;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class AugmentTest extends ComposerContract {
  static final AugmentOptions EVERYTHING =
      new AugmentOptions(
          2, 0.5, 30, new ColourOptions(0.4, 0.4, 0.4), new ErasingOptions(0.5, 0.05, 0.3));

  private static final ColourOptions PLAIN = new ColourOptions(0, 0, 0);
  private static final ErasingOptions WHOLE = new ErasingOptions(0, 0.02, 0.33);

  @Override
  protected Composer composer() {
    return new Augment();
  }

  @Override
  protected AugmentOptions options() {
    return EVERYTHING;
  }

  @Override
  protected List<Supplier<? extends Record>> invalidOptions() {
    return List.of(
        () -> new ErasingOptions(1, 0.5, 0.4), () -> new ErasingOptions(1, Double.NaN, 0.4));
  }

  @Override
  protected DataSpec data() {
    return DataSpec.of(new Shape(3, 5, 6), 10);
  }

  @Override
  protected boolean drawsRandomNumbers() {
    return true;
  }

  @Override
  protected Tensors batch(Run run) {
    var shape = new Shape(4, 3, 5, 6);
    var x = Images.numbers(run.scratch(), shape.size(), DataType.FLOAT32).div(shape.size());
    return Tensors.of("x", x.reshape(shape))
        .with("y", run.scratch().create(new int[] {3, 7, 0, 1}));
  }

  @Test
  void shapeTypeAndRangeStayAndSoDoesTheRestOfTheBatch() {
    try (var session = open(1)) {
      var mixer = composer().open(session.run());

      session.step(
          () -> {
            var batch = batch(session.run());
            var composed = mixer.compose(batch);
            assertThat(composed.names()).isEqualTo(batch.names());
            assertThat(composed.get("y")).isSameAs(batch.get("y"));
            assertThat(composed.get("x").getShape()).isEqualTo(batch.get("x").getShape());
            assertThat(composed.get("x").getDataType()).isEqualTo(DataType.FLOAT32);
            assertThat(composed.get("x").min().getFloat()).isNotNegative();
            assertThat(composed.get("x").max().getFloat()).isLessThanOrEqualTo(1);
            return true;
          });
    }
  }

  @Test
  void theDefaultsChangeNothing() {
    try (var session = open(1, new AugmentOptions(0, 0, 0, PLAIN, WHOLE))) {
      var mixer = composer().open(session.run());

      session.step(
          () -> {
            var batch = batch(session.run());
            assertThat(mixer.compose(batch).get("x")).isSameAs(batch.get("x"));
            return true;
          });
    }
  }

  @Test
  void aCertainFlipMirrorsEveryImageToTheBit() {
    try (var session = open(1, new AugmentOptions(0, 1, 0, PLAIN, WHOLE))) {
      var mixer = composer().open(session.run());

      session.step(
          () -> {
            var batch = batch(session.run());
            assertThat(mixer.compose(batch).get("x")).isEqualTo(batch.get("x").flip(3));
            return true;
          });
    }
  }

  @Test
  void everyImageIsShiftedByItsOwnNumberOfPixels() {
    try (var session = open(1, new AugmentOptions(1, 0, 0, PLAIN, WHOLE))) {
      var mixer = composer().open(session.run());

      float[] x =
          session.step(
              () -> {
                // one bright pixel in the middle of each of 200 images of 3x3
                var dot = session.run().scratch().create(new float[] {0, 0, 0, 0, 1, 0, 0, 0, 0});
                var images = dot.reshape(1, 1, 3, 3).repeat(0, 200);
                return mixer
                    .compose(Tensors.of("x", images))
                    .get("x")
                    .sum(new int[] {0})
                    .toFloatArray();
              });

      // 200 / 9 = 22.2 are expected at each place, with a deviation of 4.4
      for (float images : x) {
        assertThat(images).isBetween(8f, 37f);
      }
      assertThat(sum(x)).isEqualTo(200);
    }
  }

  @Test
  void saturationNeedsThreeChannels() {
    var colour = new Colour(new ColourOptions(0, 0, 0.5));

    assertThatThrownBy(() -> colour.check(new Shape(1, 28, 28)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("colour.saturation needs images of 3 channels, but they are (1, 28, 28)");
  }

  @Test
  void whatIsNoBatchOfImagesIsRefused() {
    try (var session = open(1)) {
      var mixer = composer().open(session.run());

      assertThatThrownBy(
              () ->
                  session.step(
                      () ->
                          mixer.compose(
                              Tensors.of("x", session.run().scratch().zeros(new Shape(2, 3))))))
          .isInstanceOf(ShapeMismatch.class)
          .hasMessage("x must be images of shape (N, C, H, W), but is (2, 3)");
    }
  }

  private static float sum(float[] values) {
    float sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }
}
