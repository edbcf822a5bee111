package dev.coffey.cli.archetype;

import dev.coffey.kernel.config.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder that a project is made in: all of its files, or none.
 *
 * @param path does not exist yet, or is empty
 */
public record ProjectFolder(Path path) {
  /** Refuses a folder in which something is already. */
  public ProjectFolder {
    path = path.toAbsolutePath().normalize();
    if (Files.exists(path) && !isEmptyFolder(path)) {
      throw new InvalidInput(
          "%s is there already and isn't an empty folder; give another with --dir".formatted(path));
    }
  }

  private static boolean isEmptyFolder(Path path) {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries.findAny().isEmpty();
    } catch (IOException e) {
      throw new InvalidInput("%s can't be read".formatted(path));
    }
  }

  /** Writes into a folder beside it and renames that, so that nothing half done is left behind. */
  public void write(Map<String, String> files) throws IOException {
    Files.createDirectories(path.getParent());
    Path beside =
        path.resolveSibling(".%s.%d".formatted(path.getFileName(), ProcessHandle.current().pid()));
    try {
      for (var file : files.entrySet()) {
        Path target = beside.resolve(file.getKey());
        Files.createDirectories(target.getParent());
        Files.writeString(target, file.getValue());
      }
      Files.move(beside, path, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      delete(beside);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
