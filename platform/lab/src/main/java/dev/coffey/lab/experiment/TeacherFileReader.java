package dev.coffey.lab.experiment;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.coffey.kernel.config.Problems;
import dev.coffey.kernel.config.Settings;
import dev.coffey.lab.store.ContentDigest;
import dev.coffey.nn.engine.EngineSource;
import dev.coffey.nn.model.NetworkFile;
import dev.coffey.nn.model.OutputRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds a file of a teacher and the engine that reads it; the engine isn't loaded. What is wrong is
 * noted at its key.
 */
final class TeacherFileReader {
  private final List<EngineSource> engines;
  private final Problems problems;
  private final String runEngine;

  /** {@code runEngine}: name of the run's engine. */
  TeacherFileReader(List<EngineSource> engines, Problems problems, String runEngine) {
    this.engines = engines;
    this.problems = problems;
    this.runEngine = runEngine;
  }

  /** Reads {@code place}, the settings that {@code options} were bound from. */
  Optional<TeacherFile> read(String role, FileOptions options, Settings place) {
    int before = problems.size();
    Settings key = place.at("file");
    var input = new InputReader(problems).read(place.at("input"));
    var file =
        new NetworkFile(
            located(key),
            input.name(),
            input.shape(),
            options.outputs(),
            range(options.range(), place.at("range")));
    checkOutputs(options.outputs(), place.at("outputs"));
    Optional<EngineSource> reader = reader(file, key);
    Optional<String> digest = reader.isEmpty() ? Optional.empty() : digest(file, key);
    return problems.size() == before
        ? Optional.of(
            new TeacherFile(role, place.path(), file, digest.orElseThrow(), reader.orElseThrow()))
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

  private Optional<OutputRange> range(List<Double> range, Settings place) {
    if (range.isEmpty()) {
      return Optional.empty();
    }
    if (range.size() != 2 || range.get(0) >= range.get(1)) {
      tell(place, "must be two numbers, the lower one first, such as [-1, 1], but is " + range);
      return Optional.empty();
    }
    return Optional.of(new OutputRange(range.get(0).floatValue(), range.get(1).floatValue()));
  }

  private void checkOutputs(List<String> outputs, Settings place) {
    if (outputs.isEmpty()
        || new HashSet<>(outputs).size() < outputs.size()
        || !outputs.stream().allMatch(name -> name.matches("[\\w-]+"))) {
      tell(
          place,
          "must be names of letters, digits, '_' and '-', all different, such as logits, but is "
              + outputs);
    }
  }

  private Optional<EngineSource> reader(NetworkFile file, Settings key) {
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
