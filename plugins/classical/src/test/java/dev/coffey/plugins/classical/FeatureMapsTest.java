package dev.coffey.plugins.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.nn.test.TestBench;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class FeatureMapsTest {
  private static final float[] THREE_BY_TWO = {1, 2, 3, 4, 5, 6};

  @Test
  void averagePoolingTakesPixelsThatOverlap() {
    // rows 0, 1 and 1, 2; both columns
    assertThat(changed(new Shape(1, 1, 3, 2), map -> FeatureMaps.pooled(map, 2, 1)))
        .containsExactly(new float[] {2.5f, 4.5f}, offset(1e-6f));
  }

  @Test
  void nearestPixelsAreRepeatedOrLeftOut() {
    // rows 0, 0, 1, 2 (⌊i · 3 / 4⌋), column 0
    assertThat(changed(new Shape(1, 1, 3, 2), map -> FeatureMaps.nearest(map, 4, 1)))
        .containsExactly(1, 1, 3, 5);
  }

  @Test
  void samplesAndChannelsStayApart() {
    assertThat(changed(new Shape(1, 3, 1, 2), map -> FeatureMaps.pooled(map, 1, 1)))
        .containsExactly(new float[] {1.5f, 3.5f, 5.5f}, offset(1e-6f));
    assertThat(changed(new Shape(3, 1, 2, 1), map -> FeatureMaps.nearest(map, 1, 2)))
        .containsExactly(1, 1, 3, 3, 5, 5);
  }

  private static float[] changed(Shape shape, UnaryOperator<NDArray> change) {
    try (var bench = TestBench.open(1)) {
      return bench.step(
          () -> change.apply(bench.run().scratch().create(THREE_BY_TWO, shape)).toFloatArray());
    }
  }
}
