package dev.coffey.lab.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
  @Test
  void theDeviationIsTheSampleDeviation() {
    var summary = Summary.of(List.of(2.0, 4.0, 9.0));

    assertThat(summary.mean()).isEqualTo(5);
    assertThat(summary.std()).isCloseTo(Math.sqrt((9 + 1 + 16) / 2.0), within(1e-12));
  }

  @Test
  void oneValueHasNoDeviation() {
    assertThat(Summary.of(List.of(0.5))).isEqualTo(new Summary(0.5, 0, List.of(0.5)));
  }

  @Test
  void missingValuesKeepTheirPlaceButDoNotCount() {
    var summary = Summary.of(List.of(1.0, Double.NaN, 3.0));

    assertThat(summary.mean()).isEqualTo(2);
    assertThat(summary.count()).isEqualTo(2);
    assertThat(summary.values()).containsExactly(1.0, Double.NaN, 3.0);
  }

  @Test
  void noValuesHaveNoMean() {
    var summary = Summary.of(List.of());

    assertThat(summary.mean()).isNaN();
    assertThat(summary.std()).isNaN();
  }
}
