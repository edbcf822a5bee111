package dev.coffey.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code swap: at-epoch}: a run takes another version of a loss between two epochs. */
class SwapInsideRunIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EXPERIMENT =
      """
      name: swapped
      dataset: mnist
      student: lenet5-half
      train: { epochs: 4, samples: 200, batch: 50, optimizer: { lr: 0.01 } }
      compare:
        - weighted-sum: { as: gated, losses: [gate] }
      seeds: [1]
      metrics: [accuracy]
      swap: at-epoch
      """;

  private @TempDir Path folder;
  private Coffey coffey;
  private PluginSource gate;

  @BeforeEach
  void aPluginWithAGate() throws IOException {
    coffey = Coffey.copyInto(folder.resolve("coffey"));
    gate = GateLoss.compile();
    drop("1.0.0", 1, "int");
    Experiments.write(folder, EXPERIMENT);
  }

  @Test
  void theNewVersionGoesOnWithTheOldOnesStateAndOneThatCannotReadItIsRefused() throws IOException {
    Files.createFile(folder.resolve("wait-1"));
    Files.createFile(folder.resolve("wait-2"));
    try (var run = coffey.start(folder, Map.of(), "run", "experiment.yaml")) {
      served("gate.GatePlugin 1.0.0 ACTIVE 1");
      drop("1.1.0", 3, "int");
      served("gate.GatePlugin 1.1.0 ACTIVE 0");
      Files.delete(folder.resolve("wait-1"));

      served("gate.GatePlugin 1.1.0 ACTIVE 1");
      drop("2.0.0", 5, "long");
      served("gate.GatePlugin 2.0.0 ACTIVE 0");
      Files.delete(folder.resolve("wait-2"));

      var ended = run.end();
      assertThat(ended.code()).as(ended.err()).isZero();
      assertThat(ended.err())
          .contains("after epoch 1 loss gate goes on in version 1.1.0")
          .contains("after epoch 2 loss gate stays in version 1.1.0")
          .contains("it cannot read a counter of the format int");
    }
    JsonNode record = record("runs");
    assertThat(record.path("status").asText()).isEqualTo("finished");
    assertThat(record.path("swaps")).hasSize(1);
    JsonNode swap = record.path("swaps").path(0);
    assertThat(swap.path("epoch").asInt()).isEqualTo(1);
    assertThat(swap.path("from").path("version").asText()).isEqualTo("1.0.0");
    assertThat(swap.path("to").path("version").asText()).isEqualTo("1.1.0");
    assertThat(record.path("plugins").findValuesAsText("version")).contains("1.0.0", "1.1.0");
    List<JsonNode> steps = reported("train/steps");
    assertThat(steps).hasSize(4 * 4);
    assertThat(steps.get(steps.size() - 1).path("value").asInt()).isEqualTo(4 * 4);
    assertThat(folder.resolve("runs/swapped/report.html"))
        .content()
        .contains("gate 1.1.0")
        .contains("Versions exchanged");
  }

  @Test
  void aVersionThatDoesTheSameChangesNothing() throws IOException {
    var calm = coffey.in(folder, "run", "experiment.yaml", "--out", "calm");
    assertThat(calm.code()).as(calm.err()).isZero();
    Files.createFile(folder.resolve("wait-1"));
    try (var run = coffey.start(folder, Map.of(), "run", "experiment.yaml")) {
      served("gate.GatePlugin 1.0.0 ACTIVE 1");
      drop("1.0.1", 1, "int");
      served("gate.GatePlugin 1.0.1 ACTIVE 0");
      Files.delete(folder.resolve("wait-1"));
      assertThat(run.end().code()).isZero();
    }

    assertThat(record("runs").path("swaps")).hasSize(1);
    assertThat(record("runs").path("student")).isEqualTo(record("calm").path("student"));
    assertThat(record("runs").path("metrics")).isEqualTo(record("calm").path("metrics"));
  }

  private void drop(String version, double factor, String format) throws IOException {
    Path jar = gate.write(folder.resolve("gate.jar"), version, GateLoss.facts(factor, format));
    coffey.drop(jar, "gate.jar");
  }

  private void served(String line) {
    Waiting.until(line, () -> coffey.told().contains(line));
  }

  private JsonNode record(String out) throws IOException {
    try (var runs = Files.newDirectoryStream(folder.resolve(out + "/swapped/runs"))) {
      return JSON.readTree(runs.iterator().next().resolve("record.json").toFile());
    }
  }

  private List<JsonNode> reported(String series) throws IOException {
    try (var runs = Files.newDirectoryStream(folder.resolve("runs/swapped/runs"))) {
      return Files.readAllLines(runs.iterator().next().resolve("events.jsonl")).stream()
          .map(SwapInsideRunIT::parsed)
          .filter(event -> event.path("series").asText().equals(series))
          .toList();
    }
  }

  private static JsonNode parsed(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException damaged) {
      throw new java.io.UncheckedIOException(damaged);
    }
  }
}
