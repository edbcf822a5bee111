package dev.coffey.lab.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuantityTest {
  @Test
  void figuresAreShortAndKeepTheirUnit() {
    assertThat(Quantity.bytes(0)).isEqualTo("-");
    assertThat(Quantity.bytes(512)).isEqualTo("512 B");
    assertThat(Quantity.bytes(327_155_712)).isEqualTo("312 MiB");
    assertThat(Quantity.count(416_520)).isEqualTo("417 k");
    assertThat(Quantity.count(4_165_200)).isEqualTo("4.2 M");
    assertThat(Quantity.exact(61706)).isEqualTo("61,706");
    assertThat(Quantity.seconds(Double.NaN)).isEqualTo("-");
  }
}
