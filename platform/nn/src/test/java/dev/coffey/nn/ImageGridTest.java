package dev.coffey.nn;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.nn.test.TestBench;
import org.junit.jupiter.api.Test;

class ImageGridTest {
  @Test
  void imagesStandInRowsWithALineBetween() {
    ImageGrid grid = grid(new float[] {0, 1, 0.5f, 0.25f, 2, -1}, new Shape(3, 1, 1, 2), 2);

    assertThat(grid.width()).isEqualTo(5);
    assertThat(grid.height()).isEqualTo(3);
    assertThat(grid.channels()).isEqualTo(1);
    assertThat(levels(grid))
        .containsExactly(
            0, 255, 128, 128, 64, //
            128, 128, 128, 128, 128, //
            255, 0, 128, 128, 128);
  }

  @Test
  void channelsOfAPixelStandTogether() {
    ImageGrid grid = grid(new float[] {0.2f, 0.4f, 0.6f, 0.8f, 1, 0}, new Shape(1, 3, 2, 1), 10);

    assertThat(grid.width()).isEqualTo(1);
    assertThat(grid.height()).isEqualTo(2);
    assertThat(levels(grid)).containsExactly(51, 153, 255, 102, 204, 0);
  }

  @Test
  void nothingIsLeftBehindAndTheImagesStayAsTheyAre() {
    try (var bench = TestBench.open(1)) {
      bench.stepping(
          () -> {
            NDArray images = bench.run().scratch().full(new Shape(12, 3, 4, 4), 2f);
            int before = bench.run().scratch().getManagedArrays().size();
            ImageGrid.of(images, 10);
            assertThat(bench.run().scratch().getManagedArrays()).hasSize(before);
            assertThat(images.max().getFloat()).isEqualTo(2);
          });
    }
  }

  private static ImageGrid grid(float[] values, Shape shape, int columns) {
    try (var bench = TestBench.open(1)) {
      return bench.step(() -> ImageGrid.of(bench.run().scratch().create(values, shape), columns));
    }
  }

  private static int[] levels(ImageGrid grid) {
    int[] levels = new int[grid.pixels().length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = Byte.toUnsignedInt(grid.pixels()[i]);
    }
    return levels;
  }
}
