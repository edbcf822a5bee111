package dev.coffey.plugins.skdcgn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.coffey.nn.test.TestBench;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SsimTest {
  private static void with(Consumer<NDManager> body) {
    try (var bench = TestBench.open(1)) {
      bench.stepping(() -> body.accept(bench.run().scratch()));
    }
  }

  @Test
  void equalImagesHaveOne() {
    with(
        manager -> {
          NDArray images = manager.create(TestBench.normal(2 * 3 * 16 * 12, 1)).clip(0, 1);
          NDArray shaped = images.reshape(2, 3, 16, 12);
          assertThat(Ssim.of(shaped, shaped).toFloatArray())
              .containsExactly(new float[] {1, 1}, within(1e-5f));
        });
  }

  @Test
  void flatImagesDifferByTheirMeansAlone() {
    with(
        manager -> {
          NDArray dark = manager.full(new Shape(1, 1, 13, 13), 0.25f);
          NDArray bright = manager.full(new Shape(1, 1, 13, 13), 0.75f);
          double expected = (2 * 0.25 * 0.75 + 1e-4) / (0.0625 + 0.5625 + 1e-4);
          assertThat(Ssim.of(dark, bright).getFloat()).isCloseTo((float) expected, within(5e-4f));
        });
  }

  @Test
  void smallImagesAreSeenWhole() {
    with(
        manager -> {
          NDArray first = manager.create(new float[] {0, 1}, new Shape(1, 1, 1, 2));
          NDArray second = manager.create(new float[] {1, 0}, new Shape(1, 1, 1, 2));
          // means 1/2, variances 1/4, covariance -1/4
          double structure = (-0.5 + 9e-4) / (0.5 + 9e-4);
          assertThat(Ssim.of(first, second).getFloat()).isCloseTo((float) structure, within(1e-5f));
        });
  }

  @Test
  void oneWindowIsTheGaussianMeanOfWang() {
    with(
        manager -> {
          float[] point = new float[121];
          point[60] = 1;
          NDArray first = manager.create(point, new Shape(1, 1, 11, 11));
          NDArray second = manager.zeros(new Shape(1, 1, 11, 11));
          double side = 0;
          for (int i = -5; i <= 5; i++) {
            side += Math.exp(-i * i / 4.5);
          }
          double mean = 1 / (side * side);
          double expected = 1e-4 / (mean * mean + 1e-4) * 9e-4 / (mean - mean * mean + 9e-4);
          assertThat(Ssim.of(first, second).getFloat()).isCloseTo((float) expected, within(1e-6f));
        });
  }
}
