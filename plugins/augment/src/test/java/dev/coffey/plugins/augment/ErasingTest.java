package dev.coffey.plugins.augment;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ErasingTest {
  @Test
  void aMaskIsOneInsideItsBox() {
    try (var manager = NDManager.newBaseManager()) {
      var mask = Box.mask(manager, List.of(new Box(1, 0, 3, 2), Box.EMPTY), new Shape(2, 3, 4, 4));

      assertThat(mask.getShape()).isEqualTo(new Shape(2, 1, 4, 4));
      assertThat(mask.get(0).toFloatArray())
          .containsExactly(0, 0, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0);
      assertThat(mask.get(1).sum().getFloat()).isZero();
    }
  }

  @Test
  void aBoxOfTheGivenAreaBecomesZeroInAllChannels() {
    try (var manager = NDManager.newBaseManager()) {
      var x = manager.ones(new Shape(5, 3, 8, 8));
      var erasing = new Erasing(new ErasingOptions(1, 0.25, 0.25));

      var left = erasing.apply(x, new Draws(new SplittableRandom(1), manager, 5));

      // 16 of 64 pixels, but for the rounding of sides of 4 at most by half
      for (float share : left.reshape(5, -1).mean(new int[] {1}).toFloatArray()) {
        assertThat(share).isBetween(1 - 21f / 64, 1 - 11f / 64);
      }
      assertThat(left.get(":, 0")).isEqualTo(left.get(":, 2"));
    }
  }

  @Test
  void boxesLieInsideTheImageAndHaveTheDrawnAreaButForRounding() {
    var random = new SplittableRandom(2);
    var erasing = new Erasing(new ErasingOptions(1, 0.1, 1));
    for (int i = 0; i < 1000; i++) {
      Box box = erasing.box(random, 30, 12);

      assertThat(box.within(30, 12)).isEqualTo(box);
      // the smallest area is 36 pixels, a box of at least 3 by 3
      assertThat(box.area()).isBetween(22, 360);
    }
  }

  @Test
  void someImagesAreErasedAndOthersNot() {
    try (var manager = NDManager.newBaseManager()) {
      var x = manager.ones(new Shape(200, 1, 4, 4));
      var erasing = new Erasing(new ErasingOptions(0.25, 0.3, 0.5));

      var left = erasing.apply(x, new Draws(new SplittableRandom(1), manager, 200));

      var whole = left.reshape(200, -1).min(new int[] {1}).sum().getFloat();
      assertThat(whole).isBetween(125f, 175f);
    }
  }
}
