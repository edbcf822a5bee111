package dev.coffey.plugins.cgn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Run;
import dev.coffey.nn.test.FiniteDifferences;
import dev.coffey.nn.test.TestBench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShuffleTest {
  private final TestBench bench = TestBench.open(1);
  private final Run run = bench.run();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void eachImageIsShiftedByItsOwnPixels() {
    bench.stepping(
        () -> {
          float[] image = {1, 2, 3, 4, 5, 6};
          float[] images = new float[12];
          System.arraycopy(image, 0, images, 0, 6);
          System.arraycopy(image, 0, images, 6, 6);
          NDArray x = run.scratch().create(images, new Shape(2, 1, 2, 3));

          NDArray shifted =
              Shuffle.by(run.scratch(), new int[] {0, 1}, new int[] {1, 0}, new Shape(1, 2, 3))
                  .apply(x);

          assertThat(shifted.getShape()).isEqualTo(x.getShape());
          assertThat(shifted.toFloatArray())
              .containsExactly(2, 3, 1, 5, 6, 4, /* */ 4, 5, 6, 1, 2, 3);
        });
  }

  @Test
  void channelsKeepTheirMeans() {
    bench.stepping(
        () -> {
          var shape = new Shape(3, 8, 8);
          NDArray x = run.scratch().create(TestBench.normal(5 * 192, 2), new Shape(5, 3, 8, 8));
          NDArray shifted =
              new Draws(run.random(), new Latents(1, 1)).shuffle(run.scratch(), 5, shape).apply(x);

          assertThat(shifted.toFloatArray()).isNotEqualTo(x.toFloatArray());
          assertThat(means(shifted)).containsExactly(means(x), within(1e-5f));
        });
  }

  private static float[] means(NDArray images) {
    return images.reshape(5, 3, -1).mean(new int[] {2}).toFloatArray();
  }

  @Test
  void gradientsAgreeWithFiniteDifferences() {
    bench.stepping(
        () -> {
          NDArray x = run.scratch().create(TestBench.normal(24, 2), new Shape(2, 2, 2, 3));
          NDArray weights = run.scratch().create(TestBench.normal(24, 3), x.getShape());
          var shuffle =
              Shuffle.by(run.scratch(), new int[] {1, 0}, new int[] {2, 1}, new Shape(2, 2, 3));

          FiniteDifferences.check(
              run, x, 1e-3, at -> shuffle.apply(at).square().mul(weights).sum());
        });
  }
}
