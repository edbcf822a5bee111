package dev.coffey.benchmarks.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** The folder of an assembled distribution. */
public record Distribution(Path home) {
  /** The one that the launcher's settings name. */
  public static Distribution measured() {
    String home = System.getProperty("coffey.home");
    if (home == null) {
      throw new IllegalStateException(
          "coffey.home isn't set; start with java -jar platform/benchmarks/target/benchmarks.jar");
    }
    return new Distribution(Path.of(home));
  }

  /** The launcher. */
  public Path launcher() {
    return home.resolve("bin").resolve("coffey");
  }

  /** A copy whose plugins may be changed; the large bundles are linked. */
  public Distribution copyInto(Path folder) throws IOException {
    for (Path file : files()) {
      Path target = folder.resolve(home.relativize(file).toString());
      if (Files.isDirectory(file)) {
        Files.createDirectories(target);
      } else if (file.startsWith(home.resolve("bundles"))) {
        Files.createSymbolicLink(target, file);
      } else {
        Files.copy(file, target);
      }
    }
    return new Distribution(folder);
  }

  private List<Path> files() throws IOException {
    try (var files = Files.walk(home)) {
      return files
          .filter(file -> !file.startsWith(home.resolve("var")))
          .filter(file -> !file.startsWith(home.resolve("lib")))
          .sorted(Comparator.naturalOrder())
          .toList();
    }
  }
}
