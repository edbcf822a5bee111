package dev.coffey.kernel.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InterpolationTest {
  private static Settings yaml(String text) {
    return Settings.parseYaml("kd.yaml", new StringReader(text));
  }

  @Test
  void aVariableInATextIsPutInItsPlace() {
    assertThat(yaml("name: kd-${seed}-${mode}").interpolate(Map.of("seed", 3, "mode", "x")))
        .isEqualTo(yaml("name: kd-3-x"));
  }

  @Test
  void aScalarThatIsAVariableTakesItsType() {
    Settings settings = yaml("temperature: ${temperature}\nseeds: ${seeds}\nquoted: '${on}'");

    Settings result =
        settings.interpolate(Map.of("temperature", 4.5, "seeds", List.of(1, 2), "on", true));

    assertThat(result).isEqualTo(yaml("temperature: 4.5\nseeds: [1, 2]\nquoted: true"));
  }

  @Test
  void settingsCanBeVariables() {
    assertThat(yaml("all: ${options}").interpolate(Map.of("options", yaml("weight: 1"))))
        .isEqualTo(yaml("all: {weight: 1}"));
  }

  @Test
  void variablesAreReplacedInsideLists() {
    assertThat(yaml("terms: [{weight: '${w}'}]").interpolate(Map.of("w", 0.1)))
        .isEqualTo(yaml("terms: [{weight: 0.1}]"));
  }

  @Test
  void aDefaultStandsInForAnUndefinedVariable() {
    assertThat(yaml("a: ${t:-4}\nb: x${t:-4}").interpolate(Map.of()))
        .isEqualTo(yaml("a: 4\nb: x4"));
  }

  @Test
  void aDoubledDollarStandsForItself() {
    assertThat(yaml("name: $${seed}").interpolate(Map.of("seed", 3)).at("name").text())
        .contains("${seed}");
  }

  @Test
  void variablesInVariablesAreNotReplaced() {
    assertThat(yaml("a: x${b}").interpolate(Map.of("b", "${c}")).at("a").text()).contains("x${c}");
  }

  @Test
  void anInterpolatedValueKeepsItsPlace() {
    assertThat(yaml("\na: ${b}").interpolate(Map.of("b", 1)).originOf("a"))
        .isEqualTo(new Origin("kd.yaml", 2));
  }

  @Test
  void everyUndefinedVariableIsReportedWithItsPlace() {
    Settings settings = yaml("a: ${temprature}\nb:\n  - x${weight}");

    assertThatThrownBy(() -> settings.interpolate(Map.of("temperature", 4)))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            """
            kd.yaml:1: a: the variable ${temprature} is not defined; did you mean temperature?
            kd.yaml:3: b[0]: the variable ${weight} is not defined""");
  }
}
