package dev.coffey.kernel.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coffey.kernel.config.Settings.Leaf;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final String COMPARISON =
      """
      name: first
      compare:
        - supervised
        - kd:
            temperature: 4
      seeds: []
      """;

  private static Settings yaml(String text) {
    return Settings.parseYaml("x.yaml", new StringReader(text));
  }

  @Test
  void aValueKnowsItsFullPath() {
    Settings kd = yaml(COMPARISON).at("compare").at(1).at("kd");

    assertThat(kd.at("temperature").path()).isEqualTo("compare[1].kd.temperature");
  }

  @Test
  void anItemIsAScalarOrAnObjectAsItWasWritten() {
    List<Settings> items = yaml(COMPARISON).at("compare").items();

    assertThat(items.get(0).value().isTextual()).isTrue();
    assertThat(items.get(1).value()).hasToString("{\"kd\":{\"temperature\":4}}");
  }

  @Test
  void aValueKnowsTheLineOfItsKey() {
    Settings settings = yaml(COMPARISON);

    assertThat(settings.at("compare").origin()).contains(new Origin("x.yaml", 2));
    assertThat(settings.originOf("compare[1].kd")).isEqualTo(new Origin("x.yaml", 4));
    assertThat(settings.originOf("compare[0]")).isEqualTo(new Origin("x.yaml", 3));
    assertThat(settings.origin()).contains(Origin.of("x.yaml"));
  }

  @Test
  void theOriginOfWhatIsNotThereIsThatOfTheNearestValueAbove() {
    assertThat(yaml(COMPARISON).originOf("compare[1].kd.weight.decay"))
        .isEqualTo(new Origin("x.yaml", 4));
  }

  @Test
  void whatIsNotThereIsAbsentAllTheWayDown() {
    Settings absent = yaml(COMPARISON).at("train").at("epochs").at(3);

    assertThat(absent.isPresent()).isFalse();
    assertThat(absent.value().isMissingNode()).isTrue();
    assertThat(absent.origin()).isEmpty();
    assertThat(absent.items()).isEmpty();
    assertThat(absent.entries()).isEmpty();
    assertThat(absent.leaves()).isEmpty();
    assertThat(absent.path()).isEqualTo("train.epochs[3]");
  }

  @Test
  void hasTellsWhetherAKeyIsThere() {
    assertThat(yaml(COMPARISON).has("seeds")).isTrue();
    assertThat(yaml(COMPARISON).has("train")).isFalse();
  }

  @Test
  void entriesKeepTheOrderOfTheFile() {
    assertThat(yaml("b: 1\na: 2\nc: 3").entries().keySet()).containsExactly("b", "a", "c");
  }

  @Test
  void aScalarIsItsOwnSingleItem() {
    Settings compare = yaml("compare: kd").at("compare");

    assertThat(compare.items()).containsExactly(compare);
  }

  @Test
  void aKeyWithoutValueHasNoItems() {
    assertThat(yaml("seeds:").at("seeds").items()).isEmpty();
  }

  @Test
  void textIsWhatWasWritten() {
    assertThat(yaml("version: 1.10").at("version").text()).contains("1.10");
    assertThat(yaml("list: [1]").at("list").text()).isEmpty();
  }

  @Test
  void defaultsAreMergedKeyByKey() {
    Settings settings = yaml("train: {epochs: 3}");

    Settings merged = settings.withDefaults(yaml("train: {epochs: 9, batch: 128}\nengine: mxnet"));

    assertThat(merged).isEqualTo(yaml("train: {epochs: 3, batch: 128}\nengine: mxnet"));
  }

  @Test
  void listsAreReplacedAsAWhole() {
    Settings merged = yaml("seeds: [7]").withDefaults(yaml("seeds: [1, 2, 3]"));

    assertThat(merged).isEqualTo(yaml("seeds: [7]"));
  }

  @Test
  void listsOfOneObjectAreNotMixed() {
    Settings merged =
        yaml("compare: [{kd: {weight: 1}}]")
            .withDefaults(yaml("compare: [{kd: {temperature: 4}}]"));

    assertThat(merged).isEqualTo(yaml("compare: [{kd: {weight: 1}}]"));
  }

  @Test
  void aScalarReplacesAnObject() {
    Settings merged = yaml("teacher: lenet5").withDefaults(yaml("teacher: {network: resnet-8}"));

    assertThat(merged).isEqualTo(yaml("teacher: lenet5"));
  }

  @Test
  void anObjectReplacesAScalar() {
    Settings merged = yaml("teacher: {network: resnet-8}").withDefaults(yaml("teacher: lenet5"));

    assertThat(merged).isEqualTo(yaml("teacher: {network: resnet-8}"));
  }

  @Test
  void aKeyWithoutValueTakesTheDefaults() {
    Settings merged = yaml("kd:").withDefaults(yaml("kd: {temperature: 4}"));

    assertThat(merged).isEqualTo(yaml("kd: {temperature: 4}"));
  }

  @Test
  void anEmptyListReplacesAList() {
    assertThat(yaml("metrics: []").withDefaults(yaml("metrics: [ece]")))
        .isEqualTo(yaml("metrics: []"));
  }

  @Test
  void mergedValuesKeepTheirOrigins() {
    Settings lower =
        Settings.parseYaml("lower.yaml", new StringReader("train:\n  epochs: 9\n  batch: 128"));

    Settings merged = yaml("\ntrain:\n  epochs: 3").withDefaults(lower);

    assertThat(merged.originOf("train")).isEqualTo(new Origin("x.yaml", 2));
    assertThat(merged.originOf("train.epochs")).isEqualTo(new Origin("x.yaml", 3));
    assertThat(merged.originOf("train.batch")).isEqualTo(new Origin("lower.yaml", 3));
  }

  @Test
  void aSubTreeKeepsItsPathUnderItsDefaults() {
    Settings kd = yaml(COMPARISON).find("compare[1].kd");

    assertThat(kd.withDefaults(yaml("weight: 0.9")).at("weight").path())
        .isEqualTo("compare[1].kd.weight");
  }

  @Test
  void defaultsAloneStandInForWhatIsAbsent() {
    assertThat(Settings.empty().at("kd").withDefaults(yaml("weight: 1")))
        .isEqualTo(yaml("weight: 1"));
  }

  @Test
  void leavesAreListedWithPathValueAndOrigin() {
    assertThat(yaml(COMPARISON).leaves())
        .containsExactly(
            new Leaf("name", JsonNodeFactory.instance.textNode("first"), new Origin("x.yaml", 1)),
            new Leaf(
                "compare[0]",
                JsonNodeFactory.instance.textNode("supervised"),
                new Origin("x.yaml", 3)),
            new Leaf(
                "compare[1].kd.temperature",
                JsonNodeFactory.instance.numberNode(4),
                new Origin("x.yaml", 5)),
            new Leaf("seeds", JsonNodeFactory.instance.arrayNode(), new Origin("x.yaml", 6)));
  }

  @Test
  void aKeyCanBeLeftOut() {
    Settings settings = yaml("a: 1\nb: 2");

    assertThat(settings.without("b")).isEqualTo(yaml("a: 1"));
    assertThat(settings.without("c")).isSameAs(settings);
    assertThat(settings).isEqualTo(yaml("a: 1\nb: 2"));
  }

  @Test
  void equalityIsByValue() {
    Settings one = yaml("a: 0.9\nb: 3");
    Settings other = Settings.of(Map.of("b", 3.0, "a", 0.90f), Origin.OVERRIDE);

    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    assertThat(one).isNotEqualTo(yaml("a: 0.9\nb: '3'"));
  }

  @Test
  void canonicalJsonSortsKeysAndDropsNeedlessDigits() {
    Settings settings = yaml("b: [1.0, 0.90, 1e-3, 100, 2e30]\na: {d: .inf, c: 'x\"y'}\ne:");

    assertThat(settings.canonicalJson())
        .isEqualTo(
            "{\"a\":{\"c\":\"x\\\"y\",\"d\":\"Infinity\"},\"b\":[1,0.9,0.001,100,2E+30],\"e\":{}}");
  }

  @Test
  void changingTheJsonOfSettingsDoesNotChangeThem() {
    Settings settings = yaml("a: 1");

    ((ObjectNode) settings.value()).put("a", 2);

    assertThat(settings).isEqualTo(yaml("a: 1"));
  }

  @Test
  void aRecordBecomesSettingsWithKebabCaseKeys() {
    var options =
        new Pojo(0.05, Kind.ADAM_W, Optional.empty(), Optional.of(2), Path.of("a/b"), List.of(1L));

    assertThat(Settings.of(options, Origin.of("recipe kd")))
        .isEqualTo(yaml("learning-rate: 0.05\nkind: adam-w\nwarm-up: 2\nfolder: a/b\nseeds: [1]"));
  }

  @Test
  void settingsInsideARecordKeepTheirOrigin() {
    Settings inner = yaml("a: 1").at("a");

    Settings outer = Settings.of(Map.of("x", inner), Origin.OVERRIDE);

    assertThat(outer.originOf("x")).isEqualTo(new Origin("x.yaml", 1));
  }

  @Test
  void aStreamInAJarIsReadAsYaml() {
    var stream = new ByteArrayInputStream("name: \u00fcber".getBytes(StandardCharsets.UTF_8));

    Settings settings = Settings.parseYaml("recipe kd", stream);

    assertThat(settings.at("name").text()).contains("\u00fcber");
    assertThat(settings.at("name").origin()).contains(new Origin("recipe kd", 1));
  }

  @Test
  void aLongValueIsShortenedAsText() {
    assertThat(yaml("text: " + "x".repeat(200)).toString()).hasSizeLessThan(90).endsWith("…");
  }

  @Test
  void aPathThatIsNoneIsRefused() {
    Settings settings = yaml(COMPARISON);

    assertThatThrownBy(() -> settings.find("compare..kd"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'compare..kd' is no key; keys look like train.epochs or compare[1].kd.temperature");
  }

  enum Kind {
    SGD,
    ADAM_W
  }

  record Pojo(
      double learningRate,
      Kind kind,
      Optional<Integer> coolDown,
      Optional<Integer> warmUp,
      Path folder,
      List<Long> seeds) {}
}
