package dev.coffey.plugins.skdcgn;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.nn.test.TestBench;
import org.junit.jupiter.api.Test;

class PixelShuffleTest {
  @Test
  void fourChannelsBecomeTheFourPixelsOfEachPosition() {
    try (var bench = TestBench.open(1)) {
      bench.stepping(
          () -> {
            NDArray maps =
                bench
                    .run()
                    .scratch()
                    .create(new float[] {1, 2, 11, 12, 21, 22, 31, 32}, new Shape(1, 4, 1, 2));
            NDArray pixels = PixelShuffle.apply(maps, 2);
            assertThat(pixels.getShape()).isEqualTo(new Shape(1, 1, 2, 4));
            assertThat(pixels.toFloatArray()).containsExactly(1, 11, 2, 12, 21, 31, 22, 32);
          });
    }
  }

  @Test
  void samplesAndChannelsStayApart() {
    try (var bench = TestBench.open(1)) {
      bench.stepping(
          () -> {
            NDArray maps = bench.run().scratch().arange(0f, 2 * 12, 1).reshape(2, 12, 1, 1);
            NDArray pixels = PixelShuffle.apply(maps, 2);
            assertThat(pixels.getShape()).isEqualTo(new Shape(2, 3, 2, 2));
            assertThat(pixels.toFloatArray()).isEqualTo(maps.toFloatArray());
          });
    }
  }
}
