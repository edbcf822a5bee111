package dev.coffey.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgressTest {
  @Test
  void theFractionIsTheShareOfStepsDone() {
    assertThat(new Progress(1, 25, 100).fraction()).isEqualTo(0.25);
  }

  @Test
  void theFractionNeverExceedsOne() {
    assertThat(new Progress(3, 120, 100).fraction()).isEqualTo(1);
  }
}
