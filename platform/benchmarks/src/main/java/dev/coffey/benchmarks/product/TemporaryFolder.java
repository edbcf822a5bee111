package dev.coffey.benchmarks.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** A folder that is gone when it is closed. */
public record TemporaryFolder(Path path) implements AutoCloseable {
  /** Makes one. */
  public static TemporaryFolder create() {
    try {
      return new TemporaryFolder(Files.createTempDirectory("coffey-benchmark-"));
    } catch (IOException unwritable) {
      throw new UncheckedIOException("no temporary folder can be made", unwritable);
    }
  }

  @Override
  public void close() {
    try {
      for (Path file : deepestFirst()) {
        Files.delete(file);
      }
    } catch (IOException stays) {
      throw new UncheckedIOException(path + " cannot be removed", stays);
    }
  }

  private List<Path> deepestFirst() throws IOException {
    try (var files = Files.walk(path)) {
      return files.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
