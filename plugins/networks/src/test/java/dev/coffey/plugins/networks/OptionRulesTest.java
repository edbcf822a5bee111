package dev.coffey.plugins.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class OptionRulesTest {
  @Test
  void aResNetHasSixTimesNPlusTwoLayers() {
    refused(
        () -> new ResNetOptions(21, 16),
        "resnet's depth must be 6n+2, such as 20 or 56, but is 21");
    refused(
        () -> new ResNetOptions(2, 16), "resnet's depth must be 6n+2, such as 20 or 56, but is 2");
    assertThat(new ResNetOptions(20, 16).blocksPerStage()).isEqualTo(3);
  }

  @Test
  void aWideResNetHasSixTimesNPlusFourLayers() {
    refused(
        () -> new WideResNetOptions(20, 1, 0),
        "wrn's depth must be 6n+4, such as 16 or 40, but is 20");
    assertThat(new WideResNetOptions(40, 2, 0).blocksPerStage()).isEqualTo(6);
  }

  @Test
  void widthsAreAtLeastOne() {
    refused(() -> new ResNetOptions(20, 0), "resnet's width must be at least 1, but is 0");
    refused(() -> new WideResNetOptions(16, 0, 0), "wrn's widen must be at least 1, but is 0");
  }

  @Test
  void hiddenLayersHaveUnits() {
    refused(
        () -> new MlpOptions(List.of(10, 0), 0),
        "mlp's hidden layers must have at least 1 unit each, but hidden is [10, 0]");
  }

  private static void refused(ThrowingCallable action, String message) {
    assertThatThrownBy(action).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
