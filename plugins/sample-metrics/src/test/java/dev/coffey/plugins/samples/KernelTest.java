package dev.coffey.plugins.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class KernelTest {
  @Test
  void setsThatLieApart() {
    // within {0, 1}: 1; within {2, 3}: 343; across: (1 + 1 + 27 + 64) / 4
    assertThat(distance(new double[][] {{0}, {1}}, new double[][] {{2}, {3}}))
        .isCloseTo(1 + 343 - 93 / 2.0, within(1e-8));
  }

  @Test
  void equalSetsAreBelowZero() {
    assertThat(distance(new double[][] {{0}, {1}}, new double[][] {{0}, {1}}))
        .isCloseTo(1 + 1 - 11 / 2.0, within(1e-8));
  }

  @Test
  void setsOfUnequalSize() {
    assertThat(distance(new double[][] {{1, 0}, {0, 1}}, new double[][] {{1, 1}, {-1, 1}, {0, 0}}))
        .isCloseTo(-25 / 12.0, within(1e-8));
  }

  private static double distance(double[][] first, double[][] second) {
    return Kernel.distance(new DMatrixRMaj(first), new DMatrixRMaj(second));
  }
}
