package dev.coffey.plugins.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Loss;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;
import org.junit.jupiter.api.Test;

class RelationalAngleTest extends ClassicalLossContract {
  @Override
  protected Loss loss() {
    return new RelationalAngle();
  }

  @Override
  protected Tensors example(Run run) {
    return random(new Shape(4, 3), new Shape(4, 5)).apply(run.scratch());
  }

  @Test
  void cosinesAtEverySampleAreCompared() {
    // student: a right triangle (0, 0), (1, 0), (0, 1): cosines 0, 1/√2, 1/√2 at its corners;
    // teacher: on a line 0, 1, 2: cosines 1, −1, 1. Each stands twice, (j, k) and (k, j); where j =
    // k
    // both are 1, where j or k is the corner both are 0. Of 27: 2 Huber(1) = 1,
    // 2 Huber(1.7071) = 2 · 1.2071, 2 Huber(0.2929) = 0.08579
    var root = Math.sqrt(0.5);
    var sum = 2 * 0.5 + 2 * (1 + root - 0.5) + (1 - root) * (1 - root);

    assertThat(value(pair(new float[][] {{0, 0}, {1, 0}, {0, 1}}, new float[][] {{0}, {1}, {2}})))
        .isCloseTo(sum / 27, within(1e-5));
  }

  @Test
  void equalFeaturesCostNothing() {
    var same = new float[][] {{1, 2}, {3, -4}, {0, 1}};

    assertThat(value(pair(same, same))).isZero();
  }

  @Test
  void scaleAndPlaceDoNotMatter() {
    var first = new float[][] {{1, 2}, {3, -4}, {0, 1}};
    var second = new float[][] {{12, 24}, {16, 12}, {10, 22}};

    assertThat(value(pair(first, second))).isCloseTo(0, within(1e-6));
  }

  @Test
  void equalSamplesGetNoGradient() {
    assertThat(gradient("student", pair(new float[3][2], new float[][] {{1, 2}, {3, 4}, {1, 0}})))
        .containsOnly(0);
  }

  @Test
  void anotherBatchIsRefused() {
    assertThatThrownBy(() -> value(random(new Shape(2, 3), new Shape(3, 3))))
        .isInstanceOf(ShapeMismatch.class)
        .hasMessageContaining("with the same N, but are (2, 3) and (3, 3)");
  }
}
