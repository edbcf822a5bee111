package dev.coffey.nn.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.coffey.nn.test.FiniteDifferences;
import dev.coffey.nn.test.TestBench;
import org.junit.jupiter.api.Test;

class ToroidalShiftTest {
  private static final Shape IMAGE = new Shape(2, 2, 3);

  @Test
  void whatLeavesOnOneSideComesInOnTheOther() {
    try (var bench = TestBench.open(1)) {
      bench.stepping(
          () -> {
            var images = images(bench.run().scratch());

            var shifted = shift(images, new int[] {1, 0}, new int[] {1, 2}).apply(images);

            assertThat(shifted.toFloatArray())
                .containsExactly(
                    .5f, .6f, .4f, .2f, .3f, .1f, // one down, one to the right
                    .11f, .12f, .10f, .8f, .9f, .7f, .23f, .21f, .22f, .26f, .24f,
                    .25f, // two to the right
                    .29f, .27f, .28f, .32f, .30f, .31f);
          });
    }
  }

  @Test
  void aWholeTurnAndNoneAreTheSame() {
    try (var bench = TestBench.open(1)) {
      bench.stepping(
          () -> {
            var images = images(bench.run().scratch());

            var shifted = shift(images, new int[] {2, 0}, new int[] {3, 0}).apply(images);

            assertThat(shifted).isEqualTo(images);
          });
    }
  }

  @Test
  void channelsKeepTheirMeans() {
    try (var bench = TestBench.open(1)) {
      bench.stepping(
          () -> {
            var images = images(bench.run().scratch());

            var shifted = shift(images, new int[] {1, 1}, new int[] {2, 1}).apply(images);

            assertThat(means(shifted)).containsExactly(means(images), offset(1e-6f));
          });
    }
  }

  private static float[] means(NDArray images) {
    return images.reshape(4, 6).mean(new int[] {1}).toFloatArray();
  }

  @Test
  void gradientsGoBackTheWayTheValuesCame() {
    try (var bench = TestBench.open(1)) {
      var run = bench.run();
      bench.stepping(
          () -> {
            var images = images(run.scratch());
            var shift = shift(images, new int[] {1, 0}, new int[] {1, 2});
            FiniteDifferences.check(
                run, images, 1e-3, x -> shift.apply(x).square().mul(images).sum());
          });
    }
  }

  private static ToroidalShift shift(NDArray images, int[] down, int[] right) {
    return ToroidalShift.by(images.getManager(), down, right, IMAGE);
  }

  private static NDArray images(NDManager manager) {
    return manager.create(
        new float[] {
          .1f, .2f, .3f, .4f, .5f, .6f,
          .7f, .8f, .9f, .10f, .11f, .12f,
          .21f, .22f, .23f, .24f, .25f, .26f,
          .27f, .28f, .29f, .30f, .31f, .32f
        },
        new Shape(2).addAll(IMAGE));
  }
}
