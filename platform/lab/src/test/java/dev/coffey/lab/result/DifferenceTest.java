package dev.coffey.lab.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  @Test
  void theIntervalIsStudentsWithOneDegreeLessThanPairs() {
    var difference = Difference.paired("kd", "supervised", "x", List.of(1.22, 1.28, 0.72));

    // by hand: mean 3.22/3; squares about it 0.021511, 0.042711, 0.124844; sum 0.189067
    double deviation = Math.sqrt(0.189066666666 / 2);
    double half = 4.302652729911275 * deviation / Math.sqrt(3);
    assertThat(difference.mean()).isCloseTo(1.073333333, within(1e-9));
    assertThat(difference.low()).isCloseTo(1.073333333 - half, within(1e-8));
    assertThat(difference.high()).isCloseTo(1.073333333 + half, within(1e-8));
    assertThat(difference.excludesZero()).isTrue();
  }

  @Test
  void onePairHasNoInterval() {
    var difference = Difference.paired("kd", "supervised", "x", List.of(0.5));

    assertThat(difference.mean()).isEqualTo(0.5);
    assertThat(difference.low()).isNaN();
    assertThat(difference.hasInterval()).isFalse();
    assertThat(difference.excludesZero()).isFalse();
  }

  @Test
  void equalDifferencesHaveAnIntervalOfNoWidth() {
    var difference = Difference.paired("kd", "supervised", "x", List.of(0.5, 0.5));

    assertThat(difference.low()).isEqualTo(0.5);
    assertThat(difference.high()).isEqualTo(0.5);
  }
}
