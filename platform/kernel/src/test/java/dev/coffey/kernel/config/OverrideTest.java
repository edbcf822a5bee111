package dev.coffey.kernel.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverrideTest {
  private static final Settings BASE =
      yaml("train: {epochs: 3}\ncompare: [supervised, kd]\nseeds: [1, 2, 3]\nstudent: lenet5");

  private static Settings yaml(String text) {
    return Settings.parseYaml("x.yaml", new StringReader(text));
  }

  private static Settings set(String key, String value) {
    return LayeredConfiguration.builder().defaults(BASE).override(key, value).load();
  }

  @Test
  void aValueIsReplaced() {
    assertThat(set("train.epochs", "7").at("train")).isEqualTo(yaml("epochs: 7"));
  }

  @Test
  void groupsOnTheWayAreMade() {
    assertThat(set("teacher.train.epochs", "7").at("teacher"))
        .isEqualTo(yaml("train: {epochs: 7}"));
  }

  @Test
  void aListIsWrittenAsInYaml() {
    assertThat(set("seeds", "[4, 5]").at("seeds").value()).hasToString("[4,5]");
  }

  @Test
  void anItemIsReplaced() {
    assertThat(set("seeds[1]", "9").at("seeds").value()).hasToString("[1,9,3]");
  }

  @Test
  void anItemThatIsANameBecomesAGroup() {
    assertThat(set("compare[1].kd.temperature", "4").at("compare").value())
        .hasToString("[\"supervised\",{\"kd\":{\"temperature\":4}}]");
  }

  @Test
  void aScalarIsAListOfOne() {
    Settings settings =
        LayeredConfiguration.builder()
            .defaults(yaml("compare: kd"))
            .override("compare[0].kd.weight", "1")
            .load();

    assertThat(settings).isEqualTo(yaml("compare: [{kd: {weight: 1}}]"));
  }

  @Test
  void laterOverridesSeeEarlierOnes() {
    Settings settings =
        LayeredConfiguration.builder()
            .override("compare", "[a, b]")
            .override("compare[1]", "c")
            .load();

    assertThat(settings).isEqualTo(yaml("compare: [a, c]"));
  }

  @Test
  void onlyWhatWasSetComesFromTheCommandLine() {
    Settings settings = set("train.batch", "64");

    assertThat(settings.originOf("train.batch")).isEqualTo(Origin.OVERRIDE);
    assertThat(settings.originOf("train")).isEqualTo(new Origin("x.yaml", 1));
  }

  @ParameterizedTest
  @CsvSource({
    "3, 3",
    "0.5, 0.5",
    "true, true",
    "'\"3\"', '\"3\"'",
    "*.csv, '\"*.csv\"'",
    "'a: b', '\"a: b\"'",
    "'- x', '\"- x\"'",
    "@home, '\"@home\"'",
    "{a: 1}, '{\"a\":1}'",
    "'', {}",
    "null, {}",
  })
  void valuesAreScalarsOrBracketsOfYaml(String written, String expected) {
    assertThat(set("x", written).at("x").value()).hasToString(expected);
  }

  @Test
  void anIndexOutOfRangeIsReported() {
    assertThatThrownBy(() -> set("compare[2].kd.temperature", "4"))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "-D compare[2].kd.temperature: compare[2] is out of range: compare has 2 items, the"
                + " first is [0]");
  }

  @Test
  void anIndexIntoNothingIsReported() {
    assertThatThrownBy(() -> set("losses[0]", "4"))
        .hasMessage("-D losses[0]: losses[0] is out of range: losses has no items");
  }

  @Test
  void anIndexIntoAGroupIsReported() {
    Settings base = yaml("train: {epochs: 3, batch: 4}");

    assertThatThrownBy(
            () -> LayeredConfiguration.builder().defaults(base).override("train[0]", "4").load())
        .hasMessage("-D train[0]: train is not a list");
  }

  @Test
  void aKeyOfAListIsReported() {
    assertThatThrownBy(() -> set("compare.kd", "4"))
        .hasMessage("-D compare.kd: compare is a list; name the item, as in compare[0].kd");
  }

  @Test
  void aKeyOfAnotherScalarIsReported() {
    assertThatThrownBy(() -> set("compare[0].kd.weight", "4"))
        .hasMessage("-D compare[0].kd.weight: compare[0] is 'supervised', so it has no key kd");
  }

  @Test
  void aKeyThatIsNoneIsReported() {
    assertThatThrownBy(() -> set("train.", "4"))
        .hasMessage(
            "-D train.: 'train.' is no key; keys look like train.epochs or"
                + " compare[1].kd.temperature");
  }

  @Test
  void anUnclosedListIsReported() {
    assertThatThrownBy(() -> set("seeds", "[1, 2"))
        .hasMessageStartingWith("-D seeds: this is not valid YAML: ");
  }

  @Test
  void everyWrongOverrideIsReported() {
    assertThatThrownBy(
            () ->
                LayeredConfiguration.builder()
                    .defaults(BASE)
                    .override("seeds[3]", "4")
                    .override("student.width", "4")
                    .load())
        .isInstanceOfSatisfying(
            InvalidInput.class, thrown -> assertThat(thrown.problems()).hasSize(2));
  }
}
