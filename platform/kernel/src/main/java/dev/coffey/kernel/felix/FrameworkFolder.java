package dev.coffey.kernel.felix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The framework's working folder: fresh for every platform, gone with it. */
final class FrameworkFolder {
  static final String PREFIX = "coffey-framework-";
  private static final Logger LOG = LoggerFactory.getLogger(FrameworkFolder.class);

  private final Path path;

  private FrameworkFolder(Path path) {
    this.path = path;
  }

  static FrameworkFolder make() {
    try {
      return new FrameworkFolder(Files.createTempDirectory(PREFIX));
    } catch (IOException noSpace) {
      throw new UncheckedIOException(
          "no temporary folder can be made in " + System.getProperty("java.io.tmpdir"), noSpace);
    }
  }

  Path path() {
    return path;
  }

  void remove() {
    if (!Files.exists(path)) {
      return;
    }
    try (var files = Files.walk(path)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException left) {
      LOG.info("The temporary folder {} could not be removed", path, left);
    }
  }
}
