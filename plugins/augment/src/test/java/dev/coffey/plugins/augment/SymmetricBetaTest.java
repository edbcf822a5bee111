package dev.coffey.plugins.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetricBetaTest {
  private static final int DRAWS = 20_000;

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.2, 0.4, 0.5, 1, 1.5, 4})
  void meanVarianceAndFourthMomentAreThoseOfTheDistribution(double alpha) {
    var random = new SplittableRandom(5);
    var beta = new SymmetricBeta(alpha);

    double[] centred =
        IntStream.range(0, DRAWS).mapToDouble(i -> beta.draw(random) - 0.5).toArray();

    double variance = 1 / (4 * (2 * alpha + 1));
    double kurtosis = 3 - 6 / (2 * alpha + 3);
    assertThat(moment(centred, 1)).isCloseTo(0, within(0.015));
    assertThat(moment(centred, 2)).isCloseTo(variance, within(0.03 * variance));
    assertThat(moment(centred, 4))
        .isCloseTo(kurtosis * variance * variance, within(0.06 * kurtosis * variance * variance));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 1e-3, 1, 1000})
  void drawsLieInTheUnitInterval(double alpha) {
    var random = new SplittableRandom(6);
    var beta = new SymmetricBeta(alpha);

    assertThat(IntStream.range(0, 100).mapToObj(i -> beta.draw(random)))
        .allSatisfy(value -> assertThat(value).isBetween(0.0, 1.0));
  }

  private static double moment(double[] values, int power) {
    return IntStream.range(0, values.length)
        .mapToDouble(i -> Math.pow(values[i], power))
        .average()
        .orElseThrow();
  }
}
