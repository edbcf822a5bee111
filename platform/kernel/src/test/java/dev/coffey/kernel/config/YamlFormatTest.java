package dev.coffey.kernel.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlFormatTest {
  private static String json(String yaml) {
    return new YamlFormat().read("x.yaml", yaml).json().toString();
  }

  private static AbstractThrowableAssert<?, ?> reading(String yaml) {
    return assertThatThrownBy(() -> new YamlFormat().read("x.yaml", yaml))
        .isInstanceOf(InvalidInput.class);
  }

  @ParameterizedTest
  @CsvSource({
    "3, 3",
    "-17, -17",
    "010, 10",
    "0x1F, 31",
    "3000000000, 3000000000",
    "123456789012345678901, 123456789012345678901",
    "1e-3, 0.001",
    ".5, 0.5",
    "2., 2.0",
    "true, true",
    "False, false",
    "no, '\"no\"'",
    "12:30, '\"12:30\"'",
    "1_000, '\"1_000\"'",
    "2026-01-01, '\"2026-01-01\"'",
    "'\"3\"', '\"3\"'",
    "'!!str 3', '\"3\"'",
    "'!!int \"3\"', 3",
    "'', {}",
    "null, {}",
    "~, {}",
    "[], []",
    "[1], [1]",
    "{}, {}",
  })
  void scalarsAreReadByTheCoreSchema(String written, String expected) {
    assertThat(json("a: " + written)).isEqualTo("{\"a\":" + expected + "}");
  }

  @Test
  void anEmptyFileHasNoKeys() {
    assertThat(json("# nothing\n")).isEqualTo("{}");
  }

  @Test
  void aliasesAndMergeKeysAreFollowed() {
    String yaml = "base: &base {lr: 0.1, momentum: 0.9}\nmine: {<<: *base, lr: 0.2}\nsame: *base";

    assertThat(json(yaml))
        .isEqualTo(
            "{\"base\":{\"lr\":0.1,\"momentum\":0.9},"
                + "\"mine\":{\"lr\":0.2,\"momentum\":0.9},"
                + "\"same\":{\"lr\":0.1,\"momentum\":0.9}}");
  }

  @Test
  void aMergeKeyOfNoMapIsRefused() {
    reading("base: &base 3\nmine: {<<: *base}")
        .hasMessage("x.yaml:2: mine: << must name a map, as in <<: *base");
  }

  @Test
  void aKeyThatIsGivenTwiceIsReportedWithBothLines() {
    reading("train:\n  epochs: 1\n  batch: 2\n  epochs: 3")
        .hasMessage("x.yaml:4: train.epochs: the key epochs is given twice, first in line 2");
  }

  @Test
  void everyProblemOfAFileIsReported() {
    reading("a: 1\na: 2\nb: !!java.net.URL [x]\n")
        .hasMessage(
            """
            x.yaml:2: a: the key a is given twice, first in line 1
            x.yaml:3: b: the tag !!java.net.URL is not allowed; values are text, numbers, true, \
            false, lists and maps""");
  }

  @Test
  void aTagOnAScalarIsRefused() {
    reading("a: !secret x").hasMessageStartingWith("x.yaml:1: a: the tag !secret is not allowed");
  }

  @Test
  void brokenYamlIsOneSentenceWithItsLine() {
    reading("train:\n  epochs: 3\n batch: 4\n")
        .hasMessageMatching("x\\.yaml:3: this is not valid YAML: [^\\n]+");
  }

  @Test
  void anUnclosedBracketIsReported() {
    reading("seeds: [1, 2").hasMessageStartingWith("x.yaml:1: this is not valid YAML: ");
  }

  @Test
  void aTabIsReported() {
    reading("train:\n\tepochs: 3").hasMessageStartingWith("x.yaml:2: this is not valid YAML: ");
  }

  @Test
  void aCharacterThatYamlForbidsIsReported() {
    reading("a: \u0001").hasMessageMatching("x\\.yaml: this is not valid YAML: [^\\n]+");
  }

  @Test
  void severalDocumentsInAFileAreRefused() {
    reading("a: 1\n---\nb: 2").hasMessageMatching("x\\.yaml:\\d: this is not valid YAML: [^\\n]+");
  }

  @Test
  void aFileThatIsAListIsRefused() {
    reading("- a\n- b")
        .hasMessage("x.yaml:1: a file must hold keys with values, but this is a list");
  }

  @Test
  void aFileThatIsATextIsRefused() {
    reading("hello").hasMessage("x.yaml:1: a file must hold keys with values, but this is 'hello'");
  }

  @Test
  void aValueThatContainsItselfIsRefused() {
    reading("a: &a [1, *a]").hasMessage("x.yaml:1: a[1]: this value contains itself");
  }

  @Test
  void aKeyThatIsAListIsRefused() {
    reading("[a, b]: 1").hasMessage("x.yaml:1: a key must be text, not a list or a map");
  }

  @Test
  void aliasesCannotExplode() {
    var yaml = new StringBuilder("a0: &a0 [x]\n");
    for (int level = 1; level < 60; level++) {
      yaml.append("a%1$d: &a%1$d [*a%2$d, *a%2$d]\n".formatted(level, level - 1));
    }

    reading(yaml.toString()).hasMessageContaining("not valid YAML");
  }
}
