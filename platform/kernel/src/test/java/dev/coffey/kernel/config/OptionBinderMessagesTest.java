package dev.coffey.kernel.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffey.api.Option;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionBinderMessagesTest {
  enum Name {
    SGD,
    ADAM,
    ADAMW
  }

  record Optimizer(
      @Option(help = "rule", value = "sgd") Name name,
      @Option(help = "learning rate", value = "0.1", min = 0, max = 1) double lr) {}

  record Train(
      @Option(help = "passes over the data", value = "3", min = 1) int epochs,
      @Option(help = "samples a step", value = "128") int batch,
      Optimizer optimizer) {
    Train {
      if (batch < epochs) {
        throw new IllegalArgumentException("batch must not be below epochs");
      }
    }
  }

  record Experiment(
      @Option(help = "shown in reports") String name,
      Train train,
      List<Integer> seeds,
      @Option(help = "shares", min = 0, max = 1) List<Double> milestones,
      Map<String, Double> weights,
      Optional<Boolean> fast,
      Optional<Long> limit,
      Optional<Float> power,
      Optional<Optimizer> teacher) {}

  private static String problems(Settings settings, Class<? extends Record> type) {
    var problems = new Problems();
    new OptionBinder().bind(settings, type, problems);
    return problems.list().stream().map(Problem::toString).collect(Collectors.joining("\n"));
  }

  private static String problems(String yaml) {
    return problems(
        Settings.parseYaml("x.yaml", new StringReader("name: first\n" + yaml)), Experiment.class);
  }

  @Test
  void anUnknownKeyIsReportedWithTheNearestInFull() {
    assertThat(problems("train:\n  epochz: 3"))
        .isEqualTo("x.yaml:3: train.epochz: unknown key train.epochz, did you mean train.epochs?");
  }

  @Test
  void anUnknownKeyOfTheCommandLineIsReportedWithoutLine() {
    Settings settings =
        LayeredConfiguration.builder().override("name", "x").override("train.epochz", "3").load();

    assertThat(problems(settings, Experiment.class))
        .isEqualTo("-D train.epochz: unknown key train.epochz, did you mean train.epochs?");
  }

  @Test
  void anUnknownKeyThatIsKnownDeeperIsReportedWithThatPlace() {
    assertThat(problems("epochs: 3"))
        .isEqualTo("x.yaml:2: epochs: unknown key epochs, did you mean train.epochs?");
    assertThat(problems("lr: 3"))
        .isEqualTo("x.yaml:2: lr: unknown key lr, did you mean train.optimizer.lr?");
  }

  @Test
  void anUnknownKeyThatIsNearNothingIsReportedWithAllThereAre() {
    assertThat(problems("train: {colour: red}"))
        .isEqualTo(
            "x.yaml:2: train.colour: unknown key train.colour; the keys here are epochs, batch,"
                + " optimizer");
  }

  @Test
  void aKeyWithADotIsExplained() {
    assertThat(problems("train.epochs: 3"))
        .isEqualTo(
            "x.yaml:2: train.epochs: unknown key train.epochs; a dot does not nest here, write"
                + " train: { epochs: … }");
  }

  record Nothing() {}

  @Test
  void anyKeyIsUnknownWhereThereAreNone() {
    assertThat(problems(Settings.of(Map.of("x", 1), Origin.of("recipe kd")), Nothing.class))
        .isEqualTo("recipe kd: x: unknown key x; nothing can be set here");
  }

  @Test
  void aMissingKeyIsReportedAtItsGroup() {
    Settings settings = Settings.parseYaml("x.yaml", new StringReader("train: {}"));

    assertThat(problems(settings, Experiment.class))
        .isEqualTo("x.yaml: name: the key name is required, but missing (shown in reports)");
  }

  record Inner(int size) {}

  record Outer(Inner inner) {}

  @Test
  void aMissingKeyOfANestedRecordIsReportedAtTheLineOfTheRecord() {
    Settings settings = Settings.parseYaml("x.yaml", new StringReader("\ninner:\n"));

    assertThat(problems(settings, Outer.class))
        .isEqualTo("x.yaml:2: inner.size: the key inner.size is required, but missing");
  }

  @Test
  void aMissingKeyOfAMissingRecordIsReported() {
    assertThat(problems(Settings.empty(), Outer.class))
        .isEqualTo("inner.size: the key inner.size is required, but missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "train: {epochs: three}|train.epochs|must be a whole number, but is 'three'",
        "train: {epochs: 2.5}|train.epochs|must be a whole number, but is 2.5",
        "train: {epochs: 3.0}|train.epochs|must be a whole number, but is 3.0",
        "train: {epochs: \"3\"}|train.epochs|must be a whole number, but is '3'",
        "train: {epochs: true}|train.epochs|must be a whole number, but is true",
        "train: {epochs: [3]}|train.epochs|must be a whole number, but is a list",
        "train: {epochs: {a: 3}}|train.epochs|must be a whole number, but is a group of keys",
        "train: {epochs: }|train.epochs|must be a whole number, but is empty",
        "train: {batch: 3000000000}|train.batch|must be a whole number of at most 32 bits, but is"
            + " 3000000000",
        "limit: 9999999999999999999|limit|must be a whole number of at most 64 bits, but is"
            + " 9999999999999999999",
        "train: {epochs: 0}|train.epochs|must be at least 1, but is 0",
        "train: {optimizer: {lr: 1.5}}|train.optimizer.lr|must be at most 1, but is 1.5",
        "train: {optimizer: {lr: true}}|train.optimizer.lr|must be a number, but is true",
        "train: {optimizer: {lr: fast}}|train.optimizer.lr|must be a number, but is 'fast'",
        "train: {optimizer: {lr: .nan}}|train.optimizer.lr|must be a number, but is .nan",
        "train: {optimizer: {lr: 1e999}}|train.optimizer.lr|must be a number, but is '1e999'",
        "power: 1e300|power|must fit into 32 bits, but is 1e300",
        "train: {optimizer: {name: rmsprop}}|train.optimizer.name|must be one of sgd, adam, adamw,"
            + " but is 'rmsprop'",
        "train: {optimizer: sgd}|train.optimizer|must be a group of keys (name, lr), but is 'sgd'",
        "train: [1]|train|must be a group of keys (epochs, batch, optimizer), but is a list",
        "train: {epochs: 9, batch: 8}|train|batch must not be below epochs",
        "seeds: [1, two]|seeds[1]|must be a whole number, but is 'two'",
        "seeds: {a: 1, b: 2}|seeds|must be a list, but is a group of keys",
        "milestones: [0.5, 2]|milestones[1]|must be at most 1, but is 2",
        "weights: {a: x}|weights.a|must be a number, but is 'x'",
        "weights: 3|weights|must be a group of keys, but is 3",
        "fast: 1|fast|must be true or false, but is 1",
        "fast: no|fast|must be true or false, but is 'no'",
        "name2: 1|name2|unknown key name2, did you mean name?",
        "teacher: {lr: -1}|teacher.lr|must be at least 0, but is -1",
      })
  void aWrongValueIsReportedWithWhatWasExpected(String yaml, String key, String message) {
    assertThat(problems(yaml)).isEqualTo("x.yaml:2: " + key + ": " + message);
  }

  @Test
  void textMustBeAScalar() {
    Settings settings = Settings.parseYaml("x.yaml", new StringReader("name: [a]"));

    assertThat(problems(settings, Experiment.class))
        .isEqualTo("x.yaml:1: name: must be text, but is a list");
  }

  @Test
  void theDigitsOfAPropertiesFileAreNumbers() {
    Settings settings =
        new Settings("", new PropertiesFormat().read("x.properties", "name = 1\ntrain.epochs = 3"));

    assertThat(problems(settings, Experiment.class)).isEmpty();
  }

  @Test
  void allProblemsAreReportedAtOnce() {
    assertThat(problems("train:\n  epochz: 3\n  batch: x\n  optimizer: {lr: 2}\nseeds: [a, b]"))
        .isEqualTo(
            """
            x.yaml:3: train.epochz: unknown key train.epochz, did you mean train.epochs?
            x.yaml:4: train.batch: must be a whole number, but is 'x'
            x.yaml:5: train.optimizer.lr: must be at most 1, but is 2
            x.yaml:6: seeds[0]: must be a whole number, but is 'a'
            x.yaml:6: seeds[1]: must be a whole number, but is 'b'""");
  }

  @Test
  void aSubTreeReportsItsFullPath() {
    Settings kd =
        Settings.parseYaml("x.yaml", new StringReader("compare:\n- kd: {nam: x}"))
            .find("compare[0].kd");

    assertThat(problems(kd, Optimizer.class))
        .isEqualTo(
            "x.yaml:2: compare[0].kd.nam: unknown key compare[0].kd.nam, did you mean"
                + " compare[0].kd.name?");
  }
}
