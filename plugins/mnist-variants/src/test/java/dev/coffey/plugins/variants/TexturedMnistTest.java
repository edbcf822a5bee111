package dev.coffey.plugins.variants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffey.nn.test.TestBench;
import java.util.ArrayList;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TexturedMnistTest {
  private static final int SIDE = Digits.SIDE;

  /** Found by comparing with every window of the class's texture. */
  @Test
  void aBackgroundIsAWindowOfItsClassesTexture() {
    try (var bench = TestBench.open(1)) {
      var windows =
          new TextureWindows(
              TexturedMnist.BACKGROUND, new int[] {2, 7, 2}, new SplittableRandom(3));

      bench.stepping(
          () -> {
            float[] images = windows.array(bench.run().scratch(), new int[] {1, 2}).toFloatArray();
            var found = new ArrayList<Integer>();
            for (int place = 0; place < Texture.SIDE * Texture.SIDE; place++) {
              if (isWindow(images, 0, TexturedMnist.BACKGROUND.textures().get(7), place)) {
                found.add(place);
              }
            }
            assertThat(found).isNotEmpty();
            assertThat(
                    Stream.iterate(0, place -> place + 1)
                        .limit((long) Texture.SIDE * Texture.SIDE)
                        .filter(
                            place ->
                                isWindow(
                                    images, 1, TexturedMnist.BACKGROUND.textures().get(2), place)))
                .isNotEmpty();
          });
    }
  }

  private static boolean isWindow(float[] images, int image, Texture texture, int place) {
    int plane = SIDE * SIDE;
    for (int pixel = 0; pixel < plane; pixel++) {
      int row = (place / Texture.SIDE + pixel / SIDE) % Texture.SIDE;
      int column = (place % Texture.SIDE + pixel % SIDE) % Texture.SIDE;
      double[] color =
          texture.pattern()[row * Texture.SIDE + column] == 1 ? texture.first() : texture.second();
      for (int channel = 0; channel < 3; channel++) {
        if (images[(image * 3 + channel) * plane + pixel] != (float) color[channel]) {
          return false;
        }
      }
    }
    return true;
  }

  @Test
  void theDigitHasTheTextureOfItsForeground() {
    try (var bench = TestBench.open(1)) {
      var source =
          new TexturedMnist()
              .open(bench.run(Chosen.strokes(Cues.BIASED, Cues.SHIFTED, 1234)), "test");

      bench.stepping(
          () -> {
            var batch = source.batches(50, null).next();
            float[] x = batch.get("x").toFloatArray();
            byte[] digits = new StrokeDigits().test().pixels();
            int[] foreground = batch.get("foreground").toIntArray();
            int[] background = batch.get("background").toIntArray();
            int plane = SIDE * SIDE;
            for (int i = 0; i < 50 * plane; i++) {
              int image = i / plane;
              var texture =
                  digits[i] == 0
                      ? TexturedMnist.BACKGROUND.textures().get(background[image])
                      : TexturedMnist.OBJECT.textures().get(foreground[image]);
              assertThat(x[image * 3 * plane + i % plane])
                  .isIn((float) texture.first()[0], (float) texture.second()[0]);
            }
          });
    }
  }

  @Test
  void texturesHaveTwoColoursThatDiffer() {
    Stream.of(TexturedMnist.BACKGROUND, TexturedMnist.OBJECT)
        .flatMap(set -> set.textures().stream())
        .forEach(
            texture -> {
              int first = 0;
              for (byte value : texture.pattern()) {
                first += value;
              }
              assertThat(first / 4096.0).isBetween(0.1, 0.9);
              double distance = 0;
              for (int channel = 0; channel < 3; channel++) {
                distance =
                    Math.max(
                        distance, Math.abs(texture.first()[channel] - texture.second()[channel]));
              }
              assertThat(distance).isGreaterThan(0.2);
            });
  }
}
