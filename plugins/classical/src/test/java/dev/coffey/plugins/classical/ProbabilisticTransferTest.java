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

class ProbabilisticTransferTest extends ClassicalLossContract {
  @Override
  protected Loss loss() {
    return new ProbabilisticTransfer();
  }

  @Override
  protected Tensors example(Run run) {
    return random(new Shape(4, 3), new Shape(4, 5)).apply(run.scratch());
  }

  @Test
  void neighboursOfTheTeacherAreExpectedOfTheStudent() {
    // student: orthogonal samples, cosines 1 and 0, mapped to 1 and 1/2, rows (2/3, 1/3);
    // teacher: the same direction twice, rows (1/2, 1/2);
    // each row: 1/2 ln(3/4) + 1/2 ln(3/2); two rows over four elements
    var row = 0.5 * Math.log(0.75) + 0.5 * Math.log(1.5);

    assertThat(value(pair(new float[][] {{2, 0}, {0, 1}}, new float[][] {{1}, {3}})))
        .isCloseTo(row / 2, within(1e-5));
  }

  @Test
  void equalFeaturesCostNothing() {
    var same = new float[][] {{1, 2}, {3, -4}, {0, 1}};

    assertThat(value(pair(same, same))).isZero();
  }

  @Test
  void oppositeSamplesCostAFiniteAmount() {
    // student: cosine −1, rows (1, 0); teacher: rows (1/2, 1/2): half of ln(1/2 / 1e-7) and more
    var row = 0.5 * Math.log(0.5) + 0.5 * Math.log((0.5 + 1e-7) / 1e-7);

    assertThat(value(pair(new float[][] {{1}, {-1}}, new float[][] {{1}, {3}})))
        .isCloseTo(row / 2, within(1e-3));
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
        .hasMessageContaining("with the same N, but are (2, 3) and (3, 3)");
  }
}
