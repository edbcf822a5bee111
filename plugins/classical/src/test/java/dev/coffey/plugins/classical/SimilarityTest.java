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

class SimilarityTest extends ClassicalLossContract {
  @Override
  protected Loss loss() {
    return new Similarity();
  }

  @Override
  protected Tensors example(Run run) {
    return random(new Shape(4, 2, 2, 2), new Shape(4, 5)).apply(run.scratch());
  }

  @Test
  void rowsOfProductsAreComparedAsUnitVectors() {
    // student Q = (1, 0), (1, 1): Q Qᵀ = (1, 1), (1, 2): rows (1, 1) / √2 and (1, 2) / √5;
    // teacher Q = (1), (0): Q Qᵀ = (1, 0), (0, 0): rows (1, 0) and (0, 0)
    var two = Math.sqrt(2);
    var sum = square(1 / two - 1) + square(1 / two) + (1 + 4) / 5.0;

    assertThat(value(pair(new float[][] {{1, 0}, {1, 1}}, new float[][] {{1}, {0}})))
        .isCloseTo(sum / 4, within(1e-5));
  }

  @Test
  void equalFeaturesCostNothing() {
    var shape = new Shape(3, 2, 2, 2);
    var same = values(24, 5);

    assertThat(value(pair(shape, same, shape, same))).isZero();
  }

  @Test
  void theScaleOfFeaturesDoesNotMatter() {
    var same = new float[][] {{1, 2}, {3, -4}};
    var scaled = new float[][] {{10, 20}, {30, -40}};

    assertThat(value(pair(same, scaled))).isCloseTo(0, within(1e-6));
  }

  @Test
  void samplesWithoutFeaturesGetAFiniteGradient() {
    assertThat(gradient("student", pair(new float[3][2], new float[][] {{1, 2}, {3, 4}, {1, 0}})))
        .containsOnly(0);
  }

  @Test
  void anotherBatchIsRefused() {
    assertThatThrownBy(() -> value(random(new Shape(2, 3), new Shape(3, 3))))
        .isInstanceOf(ShapeMismatch.class)
        .hasMessage(
            "student and teacher must be of shapes (N, …) with the same N, but are (2, 3) and (3, 3)");
  }

  private static double square(double x) {
    return x * x;
  }
}
