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

class RelationalDistanceTest extends ClassicalLossContract {
  @Override
  protected Loss loss() {
    return new RelationalDistance();
  }

  @Override
  protected Tensors example(Run run) {
    return random(new Shape(4, 3), new Shape(4, 5)).apply(run.scratch());
  }

  @Test
  void distancesAreMeasuredInTheirMean() {
    // student on a line at 0, 1, 3: distances 1, 3, 2, mean 2: 0.5, 1.5, 1;
    // teacher at 0, 3, 4: distances 3, 4, 1, mean 8/3: 9/8, 12/8, 3/8;
    // differences 5/8, 0, 5/8, all below 1: Huber (25/64) / 2 twice; both orders of each pair of 9
    var expected = 2 * 2 * (25 / 64.0 / 2) / 9;

    assertThat(value(pair(new float[][] {{0}, {1}, {3}}, new float[][] {{0}, {3}, {4}})))
        .isCloseTo(expected, within(1e-5));
  }

  @Test
  void largeDifferencesCountLinearly() {
    // student: 0, 0 apart from rounding, and 3: distances 1e-6, 3, 3, mean 2: 0, 1.5, 1.5;
    // teacher: two equal ones elsewhere: distances 3, 3, 1e-6: 1.5, 1.5, 0;
    // differences 1.5, 0, 1.5: Huber 1 twice; both orders of each pair of 9
    assertThat(value(pair(new float[][] {{0}, {0}, {3}}, new float[][] {{3}, {0}, {0}})))
        .isCloseTo(4 / 9.0, within(1e-5));
  }

  @Test
  void equalFeaturesCostNothing() {
    var same = new float[][] {{1, 2}, {3, -4}, {0, 1}};

    assertThat(value(pair(same, same))).isZero();
  }

  @Test
  void equalSamplesGetAFiniteGradient() {
    var inputs = pair(new float[3][2], new float[][] {{1, 2}, {3, 4}, {1, 0}});

    for (float slope : gradient("student", inputs)) {
      assertThat(slope).isFinite();
    }
  }

  @Test
  void oneSampleCostsNothing() {
    assertThat(value(pair(new float[][] {{1, 2}}, new float[][] {{3, 4}}))).isZero();
  }

  @Test
  void anotherBatchIsRefused() {
    assertThatThrownBy(() -> value(random(new Shape(2, 3), new Shape(3, 3))))
        .isInstanceOf(ShapeMismatch.class)
        .hasMessageContaining("with the same N, but are (2, 3) and (3, 3)");
  }
}
