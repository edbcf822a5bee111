package dev.coffey.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From mechanisms that are only asked for images to a classifier that colours don't fool. */
class SkdcgnIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String CHAIN =
      """
      name: chain
      dataset: { double-colored-mnist: { digits: strokes } }
      stages:
        distilled:
          dataset: latents
          teacher: { use: analytic-cgn }
          student: { tiny-cgn: { width: 32, texture-width: 16, sub-pixels: 2 } }
          method: { skdcgn: { texture-steps: 200 } }
          train: { batch: 32, epochs: 2, checkpoint-steps: 50, optimizer: { name: adam, lr: 1.0e-3, beta1: 0 } }
          metrics: [mechanism-fidelity]
        made:
          teacher: { stage: distilled }
          composers: [counterfactuals, alpha]
          samples: 3000
      student: { mnist-cnn: { width: 16, batch-norm: true } }
      train:
        samples: 3000
        batch: 64
        epochs: 4
        validate-every: 4
        optimizer: { name: adam, lr: 2.0e-3 }
      compare:
        - supervised: { as: original }
        - supervised: { as: counterfactual, data: made }
      seeds: [1]
      metrics: [accuracy, visible-accuracy]
      """;

  private static final List<String> BRIEFLY =
      List.of(
          "-D", "stages.distilled.train.samples=640",
          "-D", "stages.distilled.train.epochs=6",
          "-D", "stages.distilled.train.checkpoint-steps=7",
          "-D", "stages.made.samples=64",
          "-D", "train.samples=64",
          "-D", "train.epochs=1",
          "-D", "train.validate-every=1");

  private @TempDir Path folder;

  @Test
  void aClassifierOfDistilledMechanismsPicturesIsNotFooledByColours() throws IOException {
    Experiments.write(folder, CHAIN);

    var ended = Coffey.assembled().in(folder, "run", "experiment.yaml");

    assertThat(ended.code()).as(ended.err()).isZero();
    JsonNode fidelity = artefact("runs").path("metrics");
    assertThat(fidelity.path("mechanism-fidelity/shape/iou").asDouble()).isGreaterThan(0.5);
    assertThat(fidelity.path("mechanism-fidelity/texture/l1").asDouble()).isLessThan(0.1);
    double original = figure("original");
    assertThat(original).isLessThan(0.25);
    assertThat(figure("counterfactual")).isGreaterThan(original + 0.15);
    assertThat(Files.readString(folder.resolve("runs/chain/report.html"))).contains("distilled");
  }

  @Test
  void studentsKilledWhileTheyLearnEndLikeThoseThatWereNot() throws IOException {
    Experiments.write(folder, CHAIN);
    var calm = Coffey.assembled().in(folder, words("calm"));
    assertThat(calm.code()).as(calm.err()).isZero();
    try (var run = Coffey.assembled().start(folder, Map.of(), words("runs"))) {
      Waiting.until("a checkpoint", this::isCheckpointed);
      run.process().destroyForcibly();
      run.end();
    }

    var ended = Coffey.assembled().in(folder, words("runs"));

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.err()).contains("goes on after");
    assertThat(artefact("runs").path("sha256")).isEqualTo(artefact("calm").path("sha256"));
    assertThat(artefact("runs").path("metrics")).isEqualTo(artefact("calm").path("metrics"));
  }

  private static String[] words(String out) {
    return Stream.concat(Stream.of("run", "experiment.yaml", "--out", out), BRIEFLY.stream())
        .toArray(String[]::new);
  }

  private boolean isCheckpointed() throws IOException {
    Path artefacts = folder.resolve("runs/artefacts");
    if (!Files.isDirectory(artefacts)) {
      return false;
    }
    try (Stream<Path> all = Files.list(artefacts)) {
      return all.map(artefact -> artefact.resolve("checkpoint").toFile().list())
          .filter(Objects::nonNull)
          .flatMap(Stream::of)
          .anyMatch(name -> name.matches("step-\\d+\\.bin"));
    }
  }

  /** That of the three students. */
  private JsonNode artefact(String out) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(out + "/artefacts"))) {
      for (Path file : files.filter(each -> each.endsWith("artefact.json")).toList()) {
        JsonNode artefact = JSON.readTree(file.toFile());
        if (artefact.at("/made-of/networks/id").asText().equals("tiny-cgn")) {
          return artefact;
        }
      }
    }
    throw new AssertionError("there is no artefact of tiny-cgn");
  }

  private double figure(String method) throws IOException {
    JsonNode results = JSON.readTree(folder.resolve("runs/chain/results.json").toFile());
    for (JsonNode row : results.path("rows")) {
      if (row.path("method").asText().equals(method)) {
        return row.path("metrics").path("accuracy").path("mean").asDouble();
      }
    }
    throw new AssertionError("there is no row " + method);
  }
}
