package dev.coffey.plugins.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import dev.coffey.nn.test.TestBench;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HierarchicalContextTest {
  @Test
  void coarserScalesCountLess() {
    // 2x2 pixels (4, 0, 0, 0): mean square 16 / 4 = 4; pooled to one pixel, 1: 1² · ½; over 1½
    assertThat(distance(new Shape(1, 1, 2, 2), 4, 0, 0, 0)).isCloseTo(4.5 / 1.5, within(1e-5));
  }

  @Test
  void onePixelHasOneScale() {
    assertThat(distance(new Shape(1, 2, 1, 1), 1, 3)).isCloseTo(5, within(1e-5));
  }

  @Test
  void fourScalesOfALargeMap() {
    // all pixels 2: 4 at every scale
    var all = new float[64];
    Arrays.fill(all, 2);

    assertThat(distance(new Shape(1, 1, 8, 8), all)).isCloseTo(4, within(1e-5));
  }

  /** From zeros. */
  private static double distance(Shape shape, float... values) {
    try (var bench = TestBench.open(1)) {
      return bench.step(
          () -> {
            var scratch = bench.run().scratch();
            return HierarchicalContext.distance(scratch.create(values, shape), scratch.zeros(shape))
                .getFloat();
          });
    }
  }
}
