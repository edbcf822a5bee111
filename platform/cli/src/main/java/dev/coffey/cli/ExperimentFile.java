package dev.coffey.cli;

import dev.coffey.kernel.config.LayeredConfiguration;
import dev.coffey.kernel.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of commands that read an experiment. */
final class ExperimentFile {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "experiment file: .yaml, .properties or .xml")
  private Path file;

  @Option(
      names = "-D",
      paramLabel = "KEY=VALUE",
      description = "sets one key, such as -D train.epochs=5; may be repeated")
  private final Map<String, String> overrides = new LinkedHashMap<>();

  Settings load() {
    var builder = LayeredConfiguration.builder().site(Home.conf()).file(located());
    overrides.forEach(builder::override);
    return builder.load();
  }

  /** The file, or the one of that name in the distribution: {@code examples/first.yaml}. */
  private Path located() {
    Path shipped = Home.folder().resolve(file);
    return Files.exists(file) || !Files.exists(shipped) ? file : shipped;
  }
}
