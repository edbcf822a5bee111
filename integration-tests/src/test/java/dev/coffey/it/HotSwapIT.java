package dev.coffey.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins come and go under a process that trains; people use the commands beside it. */
class HotSwapIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EXPERIMENT =
      """
      name: NAME
      dataset: mnist
      student: lenet5-half
      train: { epochs: 2, samples: 100, batch: 50, optimizer: { lr: 0.01 } }
      compare:
        - weighted-sum: { as: gated, losses: [LOSS] }
      seeds: [1]
      metrics: [accuracy]
      """;

  private @TempDir Path folder;
  private Coffey coffey;
  private PluginSource gate;

  @BeforeEach
  void aRunThatWaitsInItsSecondEpoch() throws IOException {
    coffey = Coffey.copyInto(folder.resolve("coffey"));
    gate = GateLoss.compile();
    coffey.drop(jar("1.0.0"), "gate.jar");
    experiment("first", "gate");
    Files.createFile(folder.resolve("wait-2"));
  }

  @Test
  void aNewVersionIsInstalledRolledBackAndTheRunKeepsWhatItBeganWith() throws IOException {
    experiment("second", "gate");
    try (var run =
        coffey.start(folder, Map.of(), "run", "first.yaml", "second.yaml", "--jobs", "1")) {
      told("gate.GatePlugin 1.0.0 ACTIVE 1");

      var installed = coffey.in(folder, "plugins", "install", jar("1.1.0").toString());
      assertThat(installed.code()).as(installed.err()).isZero();
      assertThat(installed.out())
          .contains(
              "gate.GatePlugin 1.1.0 is in",
              "process %d serves it from now on".formatted(pid(run)));

      var list = coffey.in(folder, "plugins", "list").out();
      assertThat(list)
          .containsPattern("gate.GatePlugin +1.1.0 +offered +\\w{12} +plugins/gate-1.1.0.jar")
          .containsPattern("gate.GatePlugin +1.0.0 +for pins only")
          .contains("draining, 1 lease in process " + pid(run));

      var rolledBack = coffey.in(folder, "plugins", "rollback", "gate");
      assertThat(rolledBack.code()).as(rolledBack.err()).isZero();
      assertThat(rolledBack.out()).contains("gate.GatePlugin 1.0.0 is served again");
      told("gate.GatePlugin 1.0.0 ACTIVE 1");

      coffey.drop(jar("1.2.0"), "gate-1.2.0.jar");
      told("gate.GatePlugin 1.2.0 ACTIVE 0");
      Files.delete(folder.resolve("wait-2"));
      var ended = run.end();
      assertThat(ended.code()).as(ended.err()).isZero();
    }
    assertThat(version("first")).isEqualTo("1.0.0");
    assertThat(version("second")).isEqualTo("1.2.0");
    assertThat(coffey.home().resolve("var/running")).isEmptyDirectory();
  }

  @Test
  void aReplacedJarIsRolledBackFromTheStore() throws IOException {
    try (var run = coffey.start(folder, Map.of(), "run", "first.yaml")) {
      told("gate.GatePlugin 1.0.0 ACTIVE 1");
      coffey.drop(jar("2.0.0"), "gate.jar");
      told("gate.GatePlugin 1.0.0 DRAINING 1");

      var rolledBack = coffey.in(folder, "plugins", "rollback", "gate");

      assertThat(rolledBack.code()).as(rolledBack.err()).isZero();
      told("gate.GatePlugin 1.0.0 ACTIVE 1");
      Files.delete(folder.resolve("wait-2"));
      assertThat(run.end().code()).isZero();
    }
    var tooLate = coffey.in(folder, "plugins", "rollback", "gate");
    assertThat(tooLate.code()).isEqualTo(2);
    assertThat(tooLate.err()).contains("no running platform has an older version of 'gate'");
  }

  @Test
  void anExperimentWhosePluginIsRemovedFinishesOnIt() throws IOException {
    try (var run = coffey.start(folder, Map.of(), "run", "first.yaml")) {
      told("gate.GatePlugin 1.0.0 ACTIVE 1");

      var removed = coffey.in(folder, "plugins", "remove", "gate");

      assertThat(removed.code()).as(removed.err()).isZero();
      assertThat(removed.out()).contains("gate.GatePlugin 1.0.0 is removed");
      told("gate.GatePlugin 1.0.0 DRAINING 1");
      Files.delete(folder.resolve("wait-2"));
      var ended = run.end();
      assertThat(ended.code()).as(ended.err()).isZero();
    }
    assertThat(version("first")).isEqualTo("1.0.0");
    experiment("again", "gate");
    var again = coffey.in(folder, "run", "again.yaml");
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains("there is no loss 'gate'");
  }

  @Test
  void anOlderVersionNeedsAPinOrPermission() throws IOException {
    Files.delete(folder.resolve("wait-2"));
    var refused = coffey.in(folder, "plugins", "install", jar("0.9.0").toString());
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .contains(
            "gate.GatePlugin 0.9.0 is older than 1.0.0, which is served", "--allow-downgrade");
    assertThat(coffey.home().resolve("plugins/gate-0.9.0.jar")).doesNotExist();

    coffey.drop(jar("0.9.0"), "gate-0.9.0.jar");
    experiment("first", "gate@0.9");
    experiment("second", "gate");
    var pinned = coffey.in(folder, "run", "first.yaml", "second.yaml");
    assertThat(pinned.code()).as(pinned.err()).isZero();
    assertThat(version("first")).isEqualTo("0.9.0");
    assertThat(version("second")).isEqualTo("1.0.0");

    var forced =
        coffey.in(folder, "plugins", "install", "--allow-downgrade", jar("0.9.0").toString());
    assertThat(forced.code()).as(forced.err()).isZero();
    assertThat(coffey.home().resolve("plugins/gate.jar")).doesNotExist();
    assertThat(coffey.in(folder, "plugins", "list").out()).containsPattern("loss +gate +0.9.0");
  }

  private static long pid(Going run) {
    return run.process().pid();
  }

  private Path jar(String version) throws IOException {
    return gate.write(
        folder.resolve("gate-" + version + ".jar"), version, GateLoss.facts(1, "int"));
  }

  private void experiment(String name, String loss) throws IOException {
    Files.writeString(
        folder.resolve(name + ".yaml"), EXPERIMENT.replace("NAME", name).replace("LOSS", loss));
  }

  private void told(String line) {
    Waiting.until(line, () -> coffey.told().contains(line));
  }

  private String version(String experiment) throws IOException {
    try (var runs = Files.newDirectoryStream(folder.resolve("runs/" + experiment + "/runs"))) {
      JsonNode record = JSON.readTree(runs.iterator().next().resolve("record.json").toFile());
      for (JsonNode plugin : record.path("plugins")) {
        if (plugin.path("id").asText().equals("gate")) {
          return plugin.path("version").asText();
        }
      }
      return "";
    }
  }
}
