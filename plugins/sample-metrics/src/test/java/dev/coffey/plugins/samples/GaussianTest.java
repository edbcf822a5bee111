package dev.coffey.plugins.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Expected values are computed by hand or, with ten digits, by another program. */
class GaussianTest {
  private static final Offset<Double> CLOSE = within(1e-8);
  private static final double[][] ONE = {{1, 0}, {0, 1}};
  private static final double[][] RISING = {{1, 1}, {1, 1}};
  private static final double[][] FALLING = {{1, -1}, {-1, 1}};
  private static final double[][] TIED = {{2, 1}, {1, 2}};

  @Test
  void inOneDimensionItIsThatOfMeansAndDeviations() {
    assertThat(distance(row(0), new double[][] {{1}}, row(3), new double[][] {{4}}))
        .isCloseTo(9 + 1, CLOSE);
  }

  @Test
  void independentDimensionsAddUp() {
    double[][] first = {{1, 0}, {0, 4}};
    double[][] second = {{9, 0}, {0, 16}};

    assertThat(distance(row(1, -2), first, row(0, 0), second)).isCloseTo(5 + 4 + 4, CLOSE);
  }

  @Test
  void covariancesThatCommute() {
    assertThat(distance(row(0, 0), TIED, row(0, 0), ONE))
        .isCloseTo(6 - 2 * (1 + Math.sqrt(3)), CLOSE);
  }

  @Test
  void covariancesThatDoNotCommute() {
    assertThat(distance(row(0, 0), TIED, row(0, 0), new double[][] {{1, 0}, {0, 4}}))
        .isCloseTo(9 - 2 * Math.sqrt(10 + 2 * Math.sqrt(12)), CLOSE);
  }

  @Test
  void singularCovariancesThatHaveNothingInCommon() {
    assertThat(distance(row(0, 0), RISING, row(0, 0), FALLING)).isCloseTo(4, CLOSE);
  }

  @Test
  void equalSingularCovariances() {
    assertThat(distance(row(0, 0), RISING, row(0, 0), RISING)).isCloseTo(0, within(1e-7));
  }

  @Test
  void threeDimensionsAndTheirEigenvalues() {
    double[][] first = {{4, 1, .5}, {1, 3, .2}, {.5, .2, 2}};
    double[][] second = {{2, -.5, 0}, {-.5, 1, .3}, {0, .3, 5}};

    assertThat(distance(row(1, 2, 3), first, row(0, 2, 1), second)).isCloseTo(7.0534475886, CLOSE);
    assertThat(Arrays.stream(Spectrum.of(new DMatrixRMaj(first)).values()).sorted().toArray())
        .containsExactly(row(1.8800869029, 2.3983430193, 4.7215700777), within(1e-9));
  }

  @Test
  void samplesThatAreShiftedAreAsFarAsTheShift() {
    assertThat(square(1, 0).distance(square(1, 1))).isCloseTo(2, CLOSE);
  }

  @Test
  void samplesThatAreStretched() {
    assertThat(square(1, 0).distance(square(2, 0))).isCloseTo(14.0 / 3, CLOSE);
  }

  @Test
  void aShiftAddsItsSquareAndTheOrderMeansNothing() {
    var random = new Random(3);
    var first = new DMatrixRMaj(9, 4);
    var second = new DMatrixRMaj(7, 4);
    for (var rows : new DMatrixRMaj[] {first, second}) {
      for (int i = 0; i < rows.data.length; i++) {
        rows.data[i] = random.nextGaussian();
      }
    }
    var moved = new DMatrixRMaj(first);
    for (int row = 0; row < moved.numRows; row++) {
      moved.add(row, 0, 3);
      moved.add(row, 3, -4);
    }

    double distance = Gaussian.of(first).distance(Gaussian.of(second));

    assertThat(Gaussian.of(second).distance(Gaussian.of(first))).isCloseTo(distance, CLOSE);
    assertThat(Gaussian.of(first).distance(Gaussian.of(moved))).isCloseTo(25, within(1e-6));
  }

  /** Corners of a square, stretched and shifted. */
  private static Gaussian square(double scale, double shift) {
    double far = 2 * scale + shift;
    return Gaussian.of(
        new DMatrixRMaj(new double[][] {{shift, shift}, {far, shift}, {shift, far}, {far, far}}));
  }

  private static double distance(
      double[] mean, double[][] covariance, double[] otherMean, double[][] otherCovariance) {
    return new Gaussian(mean, new DMatrixRMaj(covariance))
        .distance(new Gaussian(otherMean, new DMatrixRMaj(otherCovariance)));
  }

  private static double[] row(double... values) {
    return values;
  }
}
