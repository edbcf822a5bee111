package dev.coffey.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A run that is killed goes on with the same command, and ends bit for bit like one that was not.
 */
@EnabledOnOs(OS.LINUX)
class ResumeIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int KILLS = 10;
  private static final int DAMAGED = 5;
  private static final int STEPS_PER_EPOCH = 20;
  private static final int EPOCHS = 20;
  private static final String EXPERIMENT =
      """
      name: resumed
      dataset: mnist
      teacher:
        network: lenet5
        train: { epochs: 2, samples: 1000, batch: 50, checkpoint-steps: 7, optimizer: { lr: 0.05 } }
      student: lenet5-half
      train:
        epochs: %d
        samples: 1000
        batch: 50
        checkpoint-steps: 7
        optimizer: { name: adam, lr: 0.001 }
        schedule: { name: cosine, warmup: 0.1 }
      compare: [kd]
      seeds: [1]
      metrics: [accuracy, agreement]
      """
          .formatted(EPOCHS);

  private @TempDir Path folder;
  private @TempDir Path home;
  private Coffey coffey = Coffey.assembled();

  @BeforeEach
  void anExperiment() {
    Experiments.write(folder, EXPERIMENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mxnet", "pytorch"})
  void killedAtTenMomentsItEndsLikeOneThatWasNot(String engine) throws IOException {
    Experiments.write(folder, EXPERIMENT + "engine: " + engine + "\n");
    if (engine.equals("pytorch")) {
      coffey = Coffey.copyWithPyTorch(home);
    }
    var calm = coffey.in(folder, "run", "experiment.yaml", "--out", "calm");
    assertThat(calm.code()).as(calm.err()).isZero();
    var random = new SplittableRandom(5);
    int inWrites = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      long reach = (long) EPOCHS * STEPS_PER_EPOCH * kill / KILLS + random.nextInt(20);
      boolean whileWriting = kill % 2 == 0;
      try (var run = coffey.start(folder, Map.of(), "run", "experiment.yaml")) {
        Waiting.until(
            "step " + reach,
            () ->
                !run.process().isAlive()
                    || (newestStep() >= reach && (!whileWriting || isWriting())));
        inWrites += isWriting() ? 1 : 0;
        run.process().destroyForcibly();
        run.end();
      }
      if (kill == DAMAGED) {
        damage(checkpoints().get(0));
      }
    }
    assertThat(inWrites).as("kills inside a checkpoint's write").isPositive();

    var ended = coffey.in(folder, "run", "experiment.yaml");

    assertThat(ended.code()).as(ended.err()).isZero();
    JsonNode record = record("runs");
    assertThat(record.path("resumed")).isNotEmpty();
    assertThat(record.path("student")).isEqualTo(record("calm").path("student"));
    assertThat(record.path("metrics")).isEqualTo(record("calm").path("metrics"));
    assertThat(record.path("best")).isEqualTo(record("calm").path("best"));
    assertThat(record.path("bestEpoch")).isEqualTo(record("calm").path("bestEpoch"));
    assertThat(curve("runs")).isEqualTo(curve("calm"));
    assertThat(checkpoints()).isEmpty();
    assertThat(runFolder("runs").resolve("run.log"))
        .content()
        .contains("is damaged; the one before it is used");
  }

  private static void damage(Path checkpoint) throws IOException {
    byte[] bytes = Files.readAllBytes(checkpoint);
    bytes[bytes.length / 2] ^= 4;
    Files.write(checkpoint, bytes);
  }

  @Test
  void aFullDiskStopsTheRunWithThatMessageAndItGoesOnWhenThereIsRoom() throws IOException {
    Path disk = Files.createDirectories(folder.resolve("disk"));
    assumeTrue(
        command("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString()) == 0,
        "only root may mount a small disk");
    try {
      try (var run = coffey.start(folder, Map.of(), "run", "experiment.yaml", "--out", "disk")) {
        Waiting.until("some steps", () -> newestStep("disk") > 20);
        Waiting.until(
            "the run stops",
            () -> {
              fill(disk.resolve("ballast")); // an old checkpoint that goes makes room
              return !run.process().isAlive();
            });
        var ended = run.end();
        assertThat(ended.code()).isNotZero();
        assertThat(ended.err() + ended.out()).contains("No space left on device");
      }
      Files.delete(disk.resolve("ballast"));

      var again = coffey.in(folder, "run", "experiment.yaml", "--out", "disk");

      assertThat(again.code()).as(again.err()).isZero();
      assertThat(again.err()).contains("goes on after");
    } finally {
      command("umount", disk.toString());
    }
  }

  private static void fill(Path file) throws IOException {
    byte[] block = new byte[4096];
    try (var out =
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left");
    }
  }

  private int command(String... words) {
    return Coffey.process(folder, Map.of(), List.of(words)).code();
  }

  private long newestStep() throws IOException {
    return newestStep("runs");
  }

  private long newestStep(String out) throws IOException {
    return checkpoints(out).stream()
        .findFirst()
        .map(file -> Long.parseLong(file.getFileName().toString().replaceAll("\\D", "")))
        .orElse(-1L);
  }

  private boolean isWriting() throws IOException {
    return files("runs").stream().anyMatch(file -> file.toString().endsWith(".tmp"));
  }

  private List<Path> checkpoints() throws IOException {
    return checkpoints("runs");
  }

  /** Of the student's run, newest first. */
  private List<Path> checkpoints(String out) throws IOException {
    return files(out).stream()
        .filter(file -> file.getFileName().toString().matches("step-\\d+\\.bin"))
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  private List<Path> files(String out) throws IOException {
    var found = new ArrayList<Path>();
    Optional<Path> run = findRunFolder(out);
    if (run.isPresent() && Files.isDirectory(run.get().resolve("checkpoint"))) {
      try (var all = Files.newDirectoryStream(run.get().resolve("checkpoint"))) {
        all.forEach(found::add);
      } catch (NoSuchFileException endedMeanwhile) {
        return List.of();
      }
    }
    return found;
  }

  private Optional<Path> findRunFolder(String out) throws IOException {
    Path runs = folder.resolve(out + "/resumed/runs");
    if (!Files.isDirectory(runs)) {
      return Optional.empty();
    }
    try (Stream<Path> all = Files.list(runs)) {
      return all.findFirst();
    }
  }

  private Path runFolder(String out) throws IOException {
    return findRunFolder(out).orElseThrow();
  }

  private JsonNode record(String out) throws IOException {
    return JSON.readTree(runFolder(out).resolve("record.json").toFile());
  }

  /** The curves that the report draws. */
  private String curve(String out) throws IOException {
    String report = Files.readString(folder.resolve(out + "/resumed/report.html"));
    int start = report.indexOf("\"curves\":");
    return report.substring(start, report.indexOf("\"points\":[{", start));
  }
}
