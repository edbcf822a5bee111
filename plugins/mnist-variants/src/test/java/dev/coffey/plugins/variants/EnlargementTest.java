package dev.coffey.plugins.variants;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnlargementTest {
  /** A row of 3 becomes one of 4: 0, ¾, 1½, 2¼ of it, or, from centres, ⅜, 1⅛, 1⅞, 2⅝. */
  @Test
  void theOriginDecidesWhichPixelIsDoubled() {
    byte[] image = {1, 2, 3, 4, 5, 6, 7, 8, 9};

    assertThat(Enlargement.nearest(3, 4, 0).apply(image, 0, 1))
        .containsExactly(1, 1, 2, 3, 1, 1, 2, 3, 4, 4, 5, 6, 7, 7, 8, 9);
    assertThat(Enlargement.nearest(3, 4, 0.5).apply(image, 0, 1))
        .containsExactly(1, 2, 2, 3, 4, 5, 5, 6, 4, 5, 5, 6, 7, 8, 8, 9);
  }

  @Test
  void imagesOfARangeAreEnlarged() {
    byte[] images = {1, 2, 3};

    assertThat(Enlargement.nearest(1, 2, 0).apply(images, 1, 3))
        .containsExactly(2, 2, 2, 2, 3, 3, 3, 3);
  }
}
