package dev.coffey.plugins.datasets;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdxOptionsTest {
  @Test
  void meanAndDeviationComeTogether() {
    assertThatThrownBy(() -> options(List.of(0.1, 0.2, 0.3), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "mean and std must have one value for each channel, but mean has 3 values and std 0");
  }

  @Test
  void noDeviationIsZero() {
    assertThatThrownBy(() -> options(List.of(0.1), List.of(0.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("std must be above 0, but is [0.0]");
  }

  private static IdxOptions options(List<Double> mean, List<Double> std) {
    return new IdxOptions("folder", Optional.empty(), mean, std, Optional.empty());
  }
}
