package dev.coffey.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A teacher of three files, each a mechanism: the example for ImageNet at 32 pixels. */
class ImportedMechanismsIT {
  private static final int LATENT = 4;
  private static final int CLASSES = 10;

  /** What makes the example small: a dense layer for each teacher, two epochs of four steps. */
  private static final List<String> SMALL =
      List.of(
          "engine=mxnet",
          "dataset.latents.latent=" + LATENT,
          "dataset.latents.classes=" + CLASSES,
          "dataset.latents.samples=64",
          "dataset.latents.held-out=20",
          "teacher.files.shape.file=shape-symbol.json",
          "teacher.files.texture.file=texture-symbol.json",
          "teacher.files.background.file=background-symbol.json",
          "teacher.files.shape.input.z=[14]",
          "teacher.files.texture.input.z=[14]",
          "teacher.files.background.input.z=[14]",
          "student.tinygan={latent: 4, classes: 10, size: 32, embedding: 4, filters: 2}",
          "compare[0].skdcgn-paper={filters: 2, depth: 3}",
          "train.batch=16",
          "train.epochs=2");

  private static final String STAGES =
      """
      name: stages
      dataset: { double-colored-mnist: { digits: strokes } }
      stages:
        distilled:
          dataset: { latents: { latent: 4, classes: 10, samples: 64, held-out: 20 } }
          teacher:
            files:
              shape: { file: shape-symbol.json, input: { z: [14] }, outputs: mask }
              texture:
                { file: texture-symbol.json, input: { z: [14] }, outputs: image, range: [-1, 1] }
              background:
                { file: background-symbol.json, input: { z: [14] }, outputs: image, range: [-1, 1] }
          student: { tinygan: { latent: 4, classes: 10, size: 32, embedding: 4, filters: 2 } }
          method: { skdcgn-paper: { filters: 2, depth: 3 } }
          train: { batch: 16, epochs: 1 }
          metrics: [mechanism-fidelity]
        pictures:
          teacher: { stage: distilled }
          composers: [{ counterfactuals: { shared-noise: true, shuffle: false } }, alpha]
          samples: 20
      student: { mnist-cnn: { width: 4 } }
      compare: [{ supervised: { data: pictures } }]
      train: { batch: 10, epochs: 1 }
      seeds: [1]
      metrics: [accuracy]
      """;

  private @TempDir Path folder;

  @BeforeEach
  void exportMechanisms() throws IOException {
    int inputs = LATENT + CLASSES;
    new SymbolFile(inputs, 1, 32, "sigmoid", 1).write(folder, "shape");
    new SymbolFile(inputs, 3, 32, "tanh", 2).write(folder, "texture");
    new SymbolFile(inputs, 3, 32, "tanh", 3).write(folder, "background");
  }

  @Test
  void smallGeneratorsImitateThem() throws IOException {
    var ended = example("run");

    assertThat(ended.code()).as(ended.err()).isZero();
    JsonNode results = results("imagenet");
    assertThat(results.path("teacher").path("network").asText())
        .isEqualTo("shape-symbol.json, texture-symbol.json, background-symbol.json");
    JsonNode figures = results.path("rows").path(0).path("metrics");
    assertThat(figures.path("mechanism-fidelity").path("mean").asDouble()).isBetween(0.01, 0.99);
    for (String mechanism : List.of("shape", "texture", "background")) {
      // outputs in [-1, 1] that weren't mapped would be further away than 1 here and there
      String name = "mechanism-fidelity/%s/l1".formatted(mechanism);
      assertThat(figures.path(name).path("mean").asDouble()).as(name).isBetween(0.01, 0.6);
    }
    assertFinite(figures);
  }

  @Test
  void theirRunIsReproducedFromTheRecord() throws IOException {
    assertThat(example("run").code()).isZero();
    Path run;
    try (var runs = Files.list(folder.resolve("runs/imagenet/runs"))) {
      run = runs.findFirst().orElseThrow();
    }

    var again = Coffey.assembled().in(folder.resolve("runs"), "reproduce", run.toString());

    assertThat(again.code()).as(again.out() + again.err()).isZero();
  }

  @Test
  void stagesTakeThemAndMakePicturesOfWhatTheyTaught() throws IOException {
    Experiments.write(folder, STAGES);

    var ended = Coffey.assembled().in(folder, "run", "experiment.yaml");

    assertThat(ended.code()).as(ended.err()).isZero();
    JsonNode stages = results("stages").path("stages");
    assertThat(stages.path(0).path("metrics").path("mechanism-fidelity").asDouble())
        .isBetween(0.01, 0.99);
    assertFinite(stages.path(0).path("metrics"));
    assertThat(stages.path(1).path("made").asText()).isEqualTo("20 samples");
  }

  @Test
  void aMissingFileIsNamed() {
    assertRefused(
        example("run", "teacher.files.texture.file=nowhere-symbol.json"),
        "teacher.files.texture.file: there is no file",
        "nowhere-symbol.json");
  }

  @Test
  void outputsThatArentThereAreNamed() {
    assertRefused(
        example("plan", "teacher.files.background.outputs=[image, mask]"),
        "teacher.files.background.outputs: 'background-symbol.json' has 1 outputs, but is said to"
            + " have 2");
  }

  @Test
  void aDatasetWithoutWhatTheyReadIsRefused() {
    assertRefused(
        example("plan", "dataset=mnist"),
        "skdcgn-paper: the network 'teacher' from a file reads [z], but the dataset's batches have");
  }

  @Test
  void latentsOfAnotherWidthAreRefused() {
    assertRefused(
        example("plan", "dataset.latents.latent=5"),
        "skdcgn-paper: network 'teacher' takes batches of (14), but was given (4, 15)");
  }

  /** The example, with files where the user works. */
  private Coffey.Ended example(String command, String... more) {
    var coffey = Coffey.assembled();
    var words = new ArrayList<>(List.of(command, example(coffey)));
    for (String override : SMALL) {
      words.addAll(List.of("-D", override));
    }
    for (String override : more) {
      words.addAll(List.of("-D", override));
    }
    return coffey.in(folder, words.toArray(String[]::new));
  }

  private static String example(Coffey coffey) {
    return coffey.home().resolve("examples/imagenet.yaml").toString();
  }

  private JsonNode results(String experiment) throws IOException {
    Path file = folder.resolve("runs").resolve(experiment).resolve("results.json");
    return new ObjectMapper().readTree(Files.readString(file));
  }

  /** Figures that aren't finite would be null, or text. */
  private static void assertFinite(JsonNode figures) {
    assertThat(figures).isNotEmpty();
    assertThat(figures)
        .allMatch(figure -> figure.isObject() ? figure.path("mean").isNumber() : figure.isNumber());
  }

  private static void assertRefused(Coffey.Ended ended, String... words) {
    assertThat(ended.err()).contains(words).doesNotContain("Exception", "\tat ");
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.code()).as(ended.err()).isEqualTo(2);
  }
}
