package dev.coffey.kernel.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffey.api.Option;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OptionBinderTest {
  private static Settings yaml(String text) {
    return Settings.parseYaml("x.yaml", new StringReader(text));
  }

  private static <T extends Record> T bind(String yaml, Class<T> type) {
    return new OptionBinder().bind(yaml(yaml), type);
  }

  enum Name {
    SGD,
    ADAM_W
  }

  record Scalars(
      boolean on,
      int count,
      long big,
      float small,
      double learningRate,
      String text,
      Name name,
      Path folder) {}

  @Test
  void everyKindOfScalarIsBound() {
    var bound =
        bind(
            """
            on: true
            count: 3
            big: 3000000000
            small: 0.5
            learning-rate: 1
            text: hello
            name: adam-w
            folder: a/b
            """,
            Scalars.class);

    assertThat(bound)
        .isEqualTo(
            new Scalars(true, 3, 3_000_000_000L, 0.5f, 1, "hello", Name.ADAM_W, Path.of("a/b")));
  }

  record Text(String text) {}

  @Test
  void aNumberIsTextWhereTextIsWantedJustAsItWasWritten() {
    assertThat(bind("text: 1.10", Text.class)).isEqualTo(new Text("1.10"));
  }

  record Choice(Name name) {}

  @Test
  void constantsAreKnownInAnyLetterCase() {
    assertThat(bind("name: ADAM_W", Choice.class).name()).isEqualTo(Name.ADAM_W);
    assertThat(bind("name: Sgd", Choice.class).name()).isEqualTo(Name.SGD);
  }

  record Train(
      @Option(help = "passes", value = "3", min = 1) int epochs,
      @Option(help = "samples a step", value = "128") int batch) {}

  record Defaults(
      @Option(help = "h", value = "0.9") double weight,
      @Option(help = "h", value = "[1, 2]") List<Integer> seeds,
      @Option(help = "h", value = "sgd") Name name,
      @Option(help = "h", value = "{a: 1}") Map<String, Integer> map,
      @Option(help = "h", value = "''") String text,
      @Option(help = "h", value = "4") Optional<Integer> maybe,
      Train train) {}

  @Test
  void defaultsAreFilledIn() {
    assertThat(bind("", Defaults.class))
        .isEqualTo(
            new Defaults(
                0.9,
                List.of(1, 2),
                Name.SGD,
                Map.of("a", 1),
                "",
                Optional.of(4),
                new Train(3, 128)));
  }

  record Empties(List<String> list, Map<String, Train> map, Optional<Double> maybe) {}

  @Test
  void listsMapsAndOptionalsWithoutDefaultAreEmpty() {
    assertThat(bind("", Empties.class))
        .isEqualTo(new Empties(List.of(), Map.of(), Optional.empty()));
  }

  @Test
  void aKeyWithoutValueIsAnEmptyListMapOrOptional() {
    assertThat(bind("list:\nmap:\nmaybe:", Empties.class))
        .isEqualTo(new Empties(List.of(), Map.of(), Optional.empty()));
  }

  @Test
  void listsMapsAndOptionalsAreBoundItemByItem() {
    assertThat(bind("list: [a, b]\nmap: {x: {epochs: 1}, y: }\nmaybe: 2", Empties.class))
        .isEqualTo(
            new Empties(
                List.of("a", "b"),
                Map.of("x", new Train(1, 128), "y", new Train(3, 128)),
                Optional.of(2.0)));
  }

  @Test
  void aMapKeepsTheOrderOfTheFile() {
    assertThat(bind("map: {b: , a: , c: }", Empties.class).map().keySet())
        .containsExactly("b", "a", "c");
  }

  @Test
  void aNumberIsAnEntryOfATextListToo() {
    assertThat(bind("list: [1]", Empties.class).list()).containsExactly("1");
  }

  @Test
  void aScalarIsAListOfOne() {
    assertThat(bind("list: a", Empties.class).list()).containsExactly("a");
  }

  record Nested(
      @Option(help = "h", value = "{epochs: 7, batch: 8}") Train train, Optional<Train> other) {}

  @Test
  void theDefaultOfANestedRecordLiesUnderWhatIsGiven() {
    assertThat(bind("train: {batch: 16}", Nested.class).train()).isEqualTo(new Train(7, 16));
  }

  @Test
  void anOptionalRecordThatIsGivenEmptyHasItsDefaults() {
    assertThat(bind("other:", Nested.class).other()).contains(new Train(3, 128));
  }

  record Groups(List<Train> stages) {}

  @Test
  void oneGroupIsAListOfOneGroup() {
    assertThat(bind("stages: {epochs: 1, batch: 2}", Groups.class).stages())
        .containsExactly(new Train(1, 2));
  }

  record Late(Settings teacher, List<Settings> compare, Optional<Settings> student) {}

  @Test
  void settingsAreHandedOnWithPathAndOrigin() {
    Late late =
        bind("teacher: lenet5\ncompare:\n  - supervised\n  - kd: {temperature: 4}", Late.class);

    assertThat(late.teacher().text()).contains("lenet5");
    assertThat(late.student()).isEmpty();
    Settings kd = late.compare().get(1).at("kd").at("temperature");
    assertThat(kd.path()).isEqualTo("compare[1].kd.temperature");
    assertThat(kd.origin()).contains(new Origin("x.yaml", 4));
  }

  @Test
  void oneComparedMethodIsAListOfOne() {
    assertThat(bind("teacher: x\ncompare: kd", Late.class).compare()).hasSize(1);
    assertThat(bind("teacher: x\ncompare: {kd: {temperature: 4}}", Late.class).compare())
        .hasSize(1);
  }

  @Test
  void aRecordSurvivesTheWayThroughSettings() {
    var record = new Scalars(true, 3, 3_000_000_000L, 0.1f, 1e-9, "3", Name.ADAM_W, Path.of("a/b"));

    assertThat(new OptionBinder().bind(Settings.of(record, Origin.UNKNOWN), Scalars.class))
        .isEqualTo(record);
  }

  @Test
  void nothingIsBoundWhereSomethingIsWrong() {
    var problems = new Problems();

    assertThat(new OptionBinder().bind(yaml("epochs: 0"), Train.class, problems)).isEmpty();
    assertThat(problems.isEmpty()).isFalse();
  }

  @Test
  void earlierProblemsDoNotHinderBinding() {
    var problems = new Problems();
    problems.add("other", Origin.OVERRIDE, "is wrong");

    assertThat(new OptionBinder().bind(yaml("epochs: 1"), Train.class, problems))
        .contains(new Train(1, 128));
  }

  record Unsupported(Object anything) {}

  @Test
  void aTypeThatNoOptionCanHaveIsTheProgrammersFault() {
    assertThatThrownBy(() -> bind("", Unsupported.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(
            "Unsupported.anything: an option cannot have the type java.lang.Object");
  }

  record Failing(int x) {
    Failing {
      throw new IllegalStateException("a bug");
    }
  }

  @Test
  void aBugInAConstructorIsNotTheUsersFault() {
    assertThatThrownBy(() -> bind("x: 1", Failing.class))
        .isInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage("a bug");
  }
}
