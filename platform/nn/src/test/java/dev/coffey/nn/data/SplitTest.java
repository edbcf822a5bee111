package dev.coffey.nn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {
  @Test
  void aBareNameIsAWholePart() {
    assertThat(Split.parse("validation"))
        .isEqualTo(new Split(Split.Part.VALIDATION, OptionalInt.empty()));
  }

  @Test
  void aNumberMakesItASubset() {
    assertThat(Split.parse("train:500"))
        .isEqualTo(new Split(Split.Part.TRAIN, OptionalInt.of(500)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Train", "trian", "train:", "train:0", "train:-1", "train:5k", "a:1"})
  void anythingElseIsRefusedWithWhatThereIs(String text) {
    assertThatThrownBy(() -> Split.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "there is no split '%s'; there are train, validation and test, or, for a subset of 500, train:500",
            text);
  }
}
