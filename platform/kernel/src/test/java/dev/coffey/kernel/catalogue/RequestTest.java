package dev.coffey.kernel.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Version;

class RequestTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "kd; 9.9.9; true",
        "kd@1; 1.9.9; true",
        "kd@1; 2.0.0; false",
        "kd@1.2; 1.2.0; true",
        "kd@1.2; 1.2.9.build; true",
        "kd@1.2; 1.3.0; false",
        "kd@1.2; 1.1.9; false",
        "kd@1.2.3; 1.2.3.build; true",
        "kd@1.2.3; 1.2.4; false",
        "kd@1.2.3.build; 1.2.3.build; true",
        "kd@1.2.3.build; 1.2.3; false",
        "kd@[1.2,2); 1.9.0; true",
        "kd@[1.2,2); 2.0.0; false",
        "kd@(1.2,2]; 1.2.0; false",
        "kd@(1.2,2]; 2.0.0; true",
      })
  void aVersionMeansWhatItsDigitsSay(String text, String version, boolean accepted) {
    Request request = Request.parse(text);

    assertThat(request.id()).isEqualTo("kd");
    assertThat(request.accepts(new Version(version))).isEqualTo(accepted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kd@", "kd@latest", "kd@[1,2", "kd@1.2-rc", "kd@-1"})
  void whatIsNoVersionIsRefused(String text) {
    assertThatThrownBy(() -> Request.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theNameIsWhatStandsBeforeTheVersion() {
    assertThat(Request.nameIn("kd@[1,2)")).isEqualTo("kd");
    assertThat(Request.nameIn("kd")).isEqualTo("kd");
  }
}
