package dev.coffey.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleTest {
  private static Sample upTo(int count) {
    return new Sample(IntStream.rangeClosed(1, count).mapToObj(i -> (double) i).toList());
  }

  @Test
  void theMedianIsTheMiddleOfOddAndBetweenTheMiddlesOfEvenCounts() {
    assertThat(new Sample(List.of(9.0, 1.0, 2.0)).median()).isEqualTo(2);
    assertThat(new Sample(List.of(9.0, 1.0, 2.0, 4.0)).median()).isEqualTo(3);
  }

  @Test
  void theQuantileIsAValueThatWasMeasured() {
    assertThat(upTo(100).quantile(0.99)).isEqualTo(99);
    assertThat(upTo(10).quantile(0.99)).isEqualTo(10);
    assertThat(upTo(10).quantile(0)).isEqualTo(1);
  }

  @Test
  void theIntervalOfAHundredValuesLeavesFortyOnEachSide() {
    // binomial(100, 1/2): ranks 40 and 61 enclose the median with 96 %
    assertThat(upTo(100).low()).isEqualTo(40);
    assertThat(upTo(100).high()).isEqualTo(61);
  }

  @Test
  void aFewValuesAreTheirOwnInterval() {
    assertThat(upTo(3).low()).isEqualTo(1);
    assertThat(upTo(3).high()).isEqualTo(3);
  }

  @Test
  void withoutValuesThereIsNoSample() {
    assertThatThrownBy(() -> new Sample(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is nothing measured");
  }
}
