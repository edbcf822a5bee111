package dev.coffey.lab.experiment;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.djl.ndarray.types.Shape;
import dev.coffey.kernel.config.Problems;
import dev.coffey.kernel.config.Settings;
import dev.coffey.lab.store.ContentDigest;
import dev.coffey.nn.engine.EngineSource;
import dev.coffey.nn.model.NetworkFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the file of a teacher and the engine that reads it; the engine isn't loaded. What is wrong
 * is noted at its key.
 */
final class TeacherFileReader {
  private final List<EngineSource> engines;
  private final Problems problems;

  TeacherFileReader(List<EngineSource> engines, Problems problems) {
    this.engines = engines;
    this.problems = problems;
  }

  /**
   * Reads {@code teacher}, the settings that {@code options} were bound from.
   *
   * @param runEngine name of the run's engine
   */
  Optional<TeacherFile> read(TeacherOptions options, Settings teacher, String runEngine) {
    int before = problems.size();
    Settings key = teacher.at("file");
    var file = new NetworkFile(located(key), shape(options.input(), teacher), options.outputs());
    checkOutputs(options.outputs(), teacher);
    Optional<EngineSource> reader = reader(file, key, runEngine);
    Optional<String> digest = reader.isEmpty() ? Optional.empty() : digest(file, key);
    return problems.size() == before
        ? Optional.of(new TeacherFile(file, digest.orElseThrow(), reader.orElseThrow()))
        : Optional.empty();
  }

  /**
   * A relative path is meant from the folder of the file that it is written in, if it is in one.
   */
  static Path located(Settings key) {
    Path written = Path.of(key.text().orElse(""));
    Path source = Path.of(key.originOf("").source());
    return Files.isRegularFile(source)
        ? source.toAbsolutePath().resolveSibling(written).normalize()
        : written.toAbsolutePath().normalize();
  }

  private Optional<Shape> shape(List<Integer> dimensions, Settings teacher) {
    if (dimensions.stream().anyMatch(dimension -> dimension < 1)) {
      tell(
          teacher.at("input"),
          "every length must be at least 1, without the batch axis, but input is " + dimensions);
      return Optional.empty();
    }
    return dimensions.isEmpty()
        ? Optional.empty()
        : Optional.of(new Shape(dimensions.stream().mapToLong(Integer::longValue).toArray()));
  }

  private void checkOutputs(List<String> outputs, Settings teacher) {
    if (outputs.isEmpty()
        || new HashSet<>(outputs).size() < outputs.size()
        || !outputs.stream().allMatch(name -> name.matches("[\\w-]+"))) {
      tell(
          teacher.at("outputs"),
          "must be names of letters, digits, '_' and '-', all different, such as logits, but is "
              + outputs);
    }
  }

  private Optional<EngineSource> reader(NetworkFile file, Settings key, String runEngine) {
    List<EngineSource> able = engines.stream().filter(file::isReadBy).toList();
    Optional<EngineSource> reader =
        able.stream()
            .filter(engine -> engine.name().equals(runEngine))
            .findFirst()
            .or(() -> able.stream().filter(engine -> !engine.trains()).findFirst());
    if (reader.isEmpty()) {
      tell(
          key,
          able.isEmpty()
              ? "no installed engine reads '%s'; files can end in %s"
                  .formatted(file.name(), endings())
              : "'%s' is read by the engine %s, but the experiment runs on %s: set engine: %s"
                  .formatted(file.name(), able.get(0).name(), runEngine, able.get(0).name()));
    }
    return reader;
  }

  private String endings() {
    return engines.stream()
        .filter(engine -> !engine.reads().isEmpty())
        .map(
            engine ->
                engine.reads().stream().sorted().collect(Collectors.joining(", "))
                    + " ("
                    + engine.name()
                    + ")")
        .collect(Collectors.joining(", "));
  }

  private Optional<String> digest(NetworkFile file, Settings key) {
    var all = new StringBuilder();
    for (Path part : file.parts()) {
      if (!Files.isRegularFile(part)) {
        tell(key, "there is no file '%s'".formatted(part));
        return Optional.empty();
      }
      try {
        all.append(ContentDigest.of(part));
      } catch (IOException failure) {
        tell(key, "'%s' cannot be read: %s".formatted(part, failure.getMessage()));
        return Optional.empty();
      }
    }
    return Optional.of(
        file.parts().size() == 1
            ? all.toString()
            : ContentDigest.of(all.toString().getBytes(UTF_8)));
  }

  private void tell(Settings place, String message) {
    problems.add(place.path(), place.originOf(""), message);
  }
}
