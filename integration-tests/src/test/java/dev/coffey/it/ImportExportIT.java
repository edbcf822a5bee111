package dev.coffey.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A student leaves as an ONNX file and comes back as the teacher of another experiment. */
@TestInstance(Lifecycle.PER_CLASS)
class ImportExportIT {
  private static final String STUDENT =
      """
      name: origin
      dataset: mnist
      student: lenet5-half
      train: { epochs: 1, samples: 500, batch: 50, optimizer: { lr: 0.05, momentum: 0.9 } }
      compare: [supervised]
      seeds: [1]
      metrics: [accuracy]
      """;

  private static final String TAUGHT =
      """
      name: taught
      dataset: mnist
      teacher:
        file: model.onnx
        input: [1, 28, 28]
        outputs: [stage1, stage2, feature, logits]
      student: { mlp: { hidden: [20] } }
      train: { epochs: 1, samples: 100, batch: 50 }
      compare: [kd]
      seeds: [1]
      metrics: [accuracy, agreement]
      """;

  private final Coffey coffey = Coffey.assembled();
  private Path folder;
  private Path origin;

  @BeforeAll
  void trainAStudent(@TempDir Path given) throws IOException {
    folder = given;
    Experiments.write(folder, STUDENT);
    var ended = coffey.in(folder, "run", "experiment.yaml");
    assertThat(ended.code()).as(ended.err()).isZero();
    origin = onlyRun("origin");
    Files.createDirectories(folder.resolve("lab"));
    Files.copy(origin.resolve("student/student.onnx"), folder.resolve("lab/model.onnx"));
  }

  @Test
  void theTeacherIsAsAccurateAsTheStudentItWas() throws IOException {
    var ended = run(TAUGHT);
    assertThat(ended.code()).as(ended.err()).isZero();
    JsonNode teacher = record(onlyRun("taught")).path("teacher");
    assertThat(teacher.path("name").asText()).isEqualTo("model.onnx");
    assertThat(teacher.path("test").path("accuracy").asDouble())
        .isEqualTo(record(origin).path("metrics").path("accuracy").asDouble())
        .isGreaterThan(0.3);

    var again = coffey.in(folder, "reproduce", onlyRun("taught").toString());
    assertThat(again.code()).as(again.out() + again.err()).isZero();
  }

  @Test
  void theExportSaysWhatWasWritten() throws IOException {
    assertThat(origin.resolve("student/best.onnx")).isNotEmptyFile();
    JsonNode how = new ObjectMapper().readTree(origin.resolve("student/student.json").toFile());
    assertThat(how.path("onnx").path("student.onnx").asText()).isEqualTo("written");
  }

  @Test
  void aMissingFileIsNamed() {
    assertRefused(
        run(TAUGHT.replace("model.onnx", "nowhere.onnx")),
        "experiment.yaml:4: teacher.file: there is no file",
        "lab/nowhere.onnx");
  }

  @Test
  void anUnknownEndingIsNamedWithThoseThatAreRead() {
    assertRefused(
        run(TAUGHT.replace("model.onnx", "model.h5")),
        "experiment.yaml:4: teacher.file: no installed engine reads 'model.h5'",
        ".onnx (onnxruntime)",
        "-symbol.json (mxnet)");
  }

  @Test
  void aDamagedFileIsNamed() throws IOException {
    byte[] whole = Files.readAllBytes(folder.resolve("lab/model.onnx"));
    Files.write(folder.resolve("lab/half.onnx"), Arrays.copyOf(whole, whole.length / 2));
    assertRefused(
        run(TAUGHT.replace("model.onnx", "half.onnx")),
        "experiment.yaml:4: teacher.file: 'half.onnx' cannot be read");
  }

  @Test
  void aWrongNumberOfOutputsIsNamed() {
    assertRefused(
        run(TAUGHT.replace("[stage1, stage2, feature, logits]", "logits")),
        "experiment.yaml:6: teacher.outputs: 'model.onnx' has 4 outputs, but is said to have 1");
  }

  @Test
  void aShapeThatDoesNotFitIsNamed() {
    assertRefused(
        run(TAUGHT.replace("[1, 28, 28]", "[3, 32, 32]")),
        "experiment.yaml:5: teacher.input: 'model.onnx' takes samples of the shape (3, 32, 32), but"
            + " the data has the shape (1, 28, 28)");
    assertRefused(
        run(TAUGHT.replace("[1, 28, 28]", "[784]")),
        "experiment.yaml:5: teacher.input: 'model.onnx' doesn't take batches of the shape (784)");
  }

  @Test
  void anEngineThatOnlyReadsCannotRun() {
    assertRefused(
        run("engine: onnxruntime\n" + TAUGHT),
        "experiment.yaml:1: engine: onnxruntime reads trained networks and cannot train",
        "mxnet");
  }

  private Coffey.Ended run(String experiment) {
    Experiments.write(folder.resolve("lab"), experiment);
    return coffey.in(folder, "run", "lab/experiment.yaml");
  }

  private static void assertRefused(Coffey.Ended ended, String... words) {
    assertThat(ended.err()).contains(words).doesNotContain("Exception", "\tat ");
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.code()).as(ended.err()).isEqualTo(2);
  }

  private Path onlyRun(String experiment) throws IOException {
    try (var runs = Files.list(folder.resolve("runs").resolve(experiment).resolve("runs"))) {
      return runs.findFirst().orElseThrow();
    }
  }

  private static JsonNode record(Path run) throws IOException {
    return new ObjectMapper().readTree(run.resolve("record.json").toFile());
  }
}
