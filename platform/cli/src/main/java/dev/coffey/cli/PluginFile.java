package dev.coffey.cli;

import dev.coffey.kernel.config.InvalidInput;
import java.nio.file.Files;
import java.nio.file.Path;

/** A jar that is named on the command line. */
final class PluginFile {
  private PluginFile() {}

  static void requireJar(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InvalidInput("there is no file '%s'; a plugin's jar was expected".formatted(file));
    }
    if (!file.getFileName().toString().matches("[^.].*\\.jar")) {
      throw new InvalidInput("'%s' must end in .jar".formatted(file));
    }
  }
}
