package dev.coffey.cli;

import dev.coffey.kernel.config.LayeredConfiguration;
import dev.coffey.kernel.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Keys of experiments that are set on the command line. */
final class Overrides {
  @Option(
      names = "-D",
      paramLabel = "KEY=VALUE",
      description = "sets one key, such as -D train.epochs=5; may be repeated")
  private final Map<String, String> values = new LinkedHashMap<>();

  /** An experiment file under the keys that are set, over the site's settings. */
  Settings load(Path file) {
    var builder = LayeredConfiguration.builder().site(Home.conf()).file(located(file));
    values.forEach(builder::override);
    return builder.load();
  }

  /** The file, or the one of that name in the distribution: {@code examples/first.yaml}. */
  private static Path located(Path file) {
    Path shipped = Home.folder().resolve(file);
    return Files.exists(file) || !Files.exists(shipped) ? file : shipped;
  }
}
