package dev.coffey.lab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.types.Shape;
import dev.coffey.kernel.config.LayeredConfiguration;
import dev.coffey.kernel.config.OptionBinder;
import dev.coffey.kernel.config.Problem;
import dev.coffey.kernel.config.Problems;
import dev.coffey.kernel.config.Settings;
import dev.coffey.nn.engine.EngineSource;
import dev.coffey.nn.model.OutputRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeacherFileReaderTest {
  private static final EngineSource FIRST =
      new Named("first", Set.of("-symbol.json", ".any"), true);
  private static final EngineSource SECOND = new Named("second", Set.of(".pt", ".any"), true);
  private static final EngineSource READER = new Named("reader", Set.of(".onnx", ".any"), false);

  private final Problems problems = new Problems();
  private @TempDir Path folder;

  /** An engine that nobody may load. */
  private record Named(String name, Set<String> reads, boolean trains) implements EngineSource {
    @Override
    public Engine engine() {
      throw new AssertionError("the engine is loaded");
    }
  }

  @Test
  void theRunsOwnEngineReadsWhatItCan() throws IOException {
    Files.writeString(folder.resolve("net.any"), "content");
    assertThat(read("file: net.any", "second").orElseThrow().reader()).isSameAs(SECOND);
  }

  @Test
  void anEngineThatOnlyReadsStandsBesideIt() throws IOException {
    Files.writeString(folder.resolve("net.onnx"), "content");
    assertThat(read("file: net.onnx", "first").orElseThrow().reader()).isSameAs(READER);
  }

  @Test
  void aSecondTrainingEngineIsNotLoaded() throws IOException {
    Files.writeString(folder.resolve("net.pt"), "content");
    assertThat(read("file: net.pt", "first")).isEmpty();
    assertThat(told())
        .containsExactly(
            "teacher.file: 'net.pt' is read by the engine second, but the experiment runs on"
                + " first: set engine: second");
  }

  @Test
  void aSymbolNeedsItsParameters() throws IOException {
    Files.writeString(folder.resolve("net-symbol.json"), "content");
    assertThat(read("file: net-symbol.json", "first")).isEmpty();
    assertThat(told())
        .containsExactly(
            "teacher.file: there is no file '%s'".formatted(folder.resolve("net-0000.params")));
  }

  @Test
  void theContentAndTheTapsNameTheTeacher() throws IOException {
    Files.writeString(folder.resolve("one.onnx"), "content");
    Files.writeString(folder.resolve("two.onnx"), "content");
    Files.writeString(folder.resolve("other.onnx"), "other content");
    var one = read("file: one.onnx", "first").orElseThrow().identity();
    assertThat(read("file: two.onnx", "first").orElseThrow().identity()).isEqualTo(one);
    assertThat(read("file: other.onnx", "first").orElseThrow().identity()).isNotEqualTo(one);
    assertThat(read("file: one.onnx\n  outputs: [a, b]", "first").orElseThrow().identity())
        .isNotEqualTo(one);
  }

  @Test
  void wrongShapesAndNamesAreToldTogether() throws IOException {
    Files.writeString(folder.resolve("net.onnx"), "content");
    assertThat(read("file: net.onnx\n  input: [1, 0]\n  outputs: [a, a]", "first")).isEmpty();
    assertThat(told())
        .hasSize(2)
        .anyMatch(
            problem -> problem.startsWith("teacher.input: must be whole numbers of at least 1"))
        .anyMatch(problem -> problem.startsWith("teacher.outputs: must be names"));
  }

  @Test
  void aGeneratorReadsAnotherEntryAndSaysItsRange() throws IOException {
    Files.writeString(folder.resolve("net.onnx"), "content");
    var plain = read("file: net.onnx", "first").orElseThrow();
    var generator =
        read("file: net.onnx\n  input: {z: [42]}\n  outputs: mask\n  range: [-1, 1]", "first")
            .orElseThrow();

    assertThat(plain.file().readsSamples()).isTrue();
    assertThat(generator.file().reads()).isEqualTo("z");
    assertThat(generator.file().input()).contains(new Shape(42));
    assertThat(generator.file().range()).contains(new OutputRange(-1, 1));
    assertThat(generator.identity()).isNotEqualTo(plain.identity());
    assertThat(generator.identity())
        .isNotEqualTo(
            read("file: net.onnx\n  input: {z: [42]}\n  outputs: mask", "first")
                .orElseThrow()
                .identity());
  }

  @Test
  void twoInputsAndARangeUpsideDownAreRefused() throws IOException {
    Files.writeString(folder.resolve("net.onnx"), "content");
    assertThat(read("file: net.onnx\n  input: {z: [4], y: [1]}\n  range: [1, -1]", "first"))
        .isEmpty();
    assertThat(told())
        .containsExactlyInAnyOrder(
            "teacher.input: a network from a file has one input, but these are named: [z, y]",
            "teacher.range: must be two numbers, the lower one first, such as [-1, 1], but is"
                + " [1.0, -1.0]");
  }

  private Optional<TeacherFile> read(String teacher, String runEngine) throws IOException {
    Path experiment = folder.resolve("experiment.yaml");
    Files.writeString(experiment, "teacher:\n  " + teacher);
    Settings settings = LayeredConfiguration.builder().file(experiment).load().at("teacher");
    return new TeacherFileReader(List.of(FIRST, SECOND, READER), problems, runEngine)
        .read("teacher", new OptionBinder().bind(settings, FileOptions.class), settings);
  }

  private List<String> told() {
    return problems.list().stream()
        .map((Problem problem) -> problem.key() + ": " + problem.message())
        .toList();
  }
}
