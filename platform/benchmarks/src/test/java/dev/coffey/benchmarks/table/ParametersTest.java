package dev.coffey.benchmarks.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParametersTest {
  @Test
  void whatIsGivenReplacesTheDefault() {
    var parameters = new Parameters(List.of("-p", "engine=other", "-p", "pairs=7"));

    assertThat(parameters.engine()).isEqualTo("other");
    assertThat(parameters.pairs().count()).isEqualTo(7);
    assertThat(parameters.memorySteps()).isEqualTo(20_000);
  }

  @Test
  void anUnknownKeyIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> new Parameters(List.of("-p", "pears=7")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("pairs=");
  }

  @Test
  void aWordWithoutKeyIsRefused() {
    assertThatThrownBy(() -> new Parameters(List.of("-x")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
