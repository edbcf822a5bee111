package dev.coffey.cli.archetype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffey.kernel.config.InvalidInput;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  @ParameterizedTest
  @ValueSource(strings = {"focal", "focal-loss", "top-2", "x3"})
  void wordsOfLowerCaseLettersAndDigitsAreNames(String name) {
    assertThat(new PluginName(name).text()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Focal", "2-top", "-focal", "focal-", "a--b", "a_b", "a b", "../a"})
  void anythingElseIsRefusedWithTheRule(String name) {
    assertThatThrownBy(() -> new PluginName(name))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("'" + name + "'")
        .hasMessageContaining("lower-case letters")
        .hasMessageNotContaining("\n");
  }

  @Test
  void theNameOfAKindIsRefused() {
    assertThatThrownBy(() -> new PluginName("loss").besides(List.of("loss", "metric")))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("my-loss");
  }

  @ParameterizedTest
  @ValueSource(strings = {"org.example.new", "org..example", "1st", "a-b", ""})
  void aPackageThatJavaRefusesIsRefused(String name) {
    assertThatThrownBy(() -> new PackageName(name))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("--package");
  }

  @Test
  void theGroupIsThePackageAround() {
    assertThat(new PackageName("com.acme.focal").group()).isEqualTo("com.acme");
    assertThat(new PackageName("focal").group()).isEqualTo("focal");
  }
}
