package dev.coffey.plugins.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Draws are 3/4 throughout, so that a spread of 1 makes factors of 3/2. */
class ColourTest {
  private static final RandomGenerator THREE_QUARTERS = () -> 3L << 62;

  @Test
  void brightnessMultipliesAndIsCutOffAtOne() {
    assertThat(coloured(new ColourOptions(1, 0, 0), 1, .2f, .4f, .8f, 0))
        .containsExactly(new float[] {.3f, .6f, 1, 0}, offset(1e-6f));
  }

  @Test
  void contrastMovesAwayFromTheMean() {
    // the mean is 0.4
    assertThat(coloured(new ColourOptions(0, 1, 0), 1, .4f, .6f, .5f, .1f))
        .containsExactly(new float[] {.4f, .7f, .55f, 0}, offset(1e-6f));
  }

  @Test
  void saturationMovesAwayFromEachPixelsGrey() {
    // red (0.5, 0, 0): grey is 0.1495; the grey pixel stays as it is
    assertThat(coloured(new ColourOptions(0, 0, 0.5), 3, .5f, .3f, 0, .3f, 0, .3f))
        .containsExactly(new float[] {.1495f + 1.25f * .3505f, .3f, 0, .3f, 0, .3f}, offset(1e-6f));
  }

  /** One image of {@code channels} channels and one row. */
  private static float[] coloured(ColourOptions options, int channels, float... pixels) {
    try (var manager = NDManager.newBaseManager()) {
      var x = manager.create(pixels, new Shape(1, channels, 1, pixels.length / channels));
      return new Colour(options).apply(x, new Draws(THREE_QUARTERS, manager, 1)).toFloatArray();
    }
  }
}
