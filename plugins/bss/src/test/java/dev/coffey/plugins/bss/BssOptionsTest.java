package dev.coffey.plugins.bss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BssOptionsTest {
  private static final int EPOCHS = 20;
  private static final BssOptions PUBLISHED = BssTest.published();

  @ParameterizedTest
  @CsvSource({"1, 3.85, 1.8667", "10, 2.5, 0.6667", "15, 1.75, 0", "20, 1, 0"})
  void weightsFallAsPublished(int epoch, double soft, double boundary) {
    var done = (double) epoch / EPOCHS;

    assertThat(PUBLISHED.softWeight(done)).isCloseTo(soft, within(1e-4));
    assertThat(PUBLISHED.boundaryWeight(done)).isCloseTo(boundary, within(1e-4));
  }

  @Test
  void boundarySamplesAreWeightlessAfterThreeQuarters() {
    assertThat(PUBLISHED.boundaryWeight(0.75)).isZero();
    assertThat(PUBLISHED.boundaryWeight(0.9)).isZero();
    assertThat(PUBLISHED.boundaryWeight(0.7499)).isPositive();
  }
}
