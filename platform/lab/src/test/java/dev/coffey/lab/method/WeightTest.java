package dev.coffey.lab.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeightTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.9                        | 0.5  | 0.9",
        "1e-3                       | 0    | 0.001",
        "linear(4, 1)               | 0    | 4",
        "linear(4, 1)               | 0.5  | 2.5",
        "linear(4, 1)               | 1    | 1",
        "cosine(1, 0)               | 0.5  | 0.5",
        "cosine(1, 0)               | 0.25 | 0.8535533905932737",
        "ramp-down(2, 0.75)         | 0    | 2",
        "ramp-down(2, 0.75)         | 0.375| 1",
        "ramp-down(2, 0.75)         | 0.9  | 0",
        "complement(0.9)            | 0.3  | 0.1",
        "complement(linear(1, 0.5)) | 1    | 0.5",
        "linear(complement(1), 2)   | 0.5  | 1",
      })
  void followsItsFunctionOverTheStage(String text, double fraction, double expected) {
    assertThat(Weight.parse(text).at(fraction)).isCloseTo(expected, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "heavy", "linear(1)", "linear(1, 2", "complement(1, 2)", "sine(1, 2)", "NaN"})
  void whatIsNoWeightIsRefusedWithTheFormsThereAre(String text) {
    assertThatThrownBy(() -> Weight.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("linear(a, b)");
  }

  @Test
  void keepsItsText() {
    assertThat(Weight.parse("linear(4, 1)").text()).isEqualTo("linear(4, 1)");
  }
}
