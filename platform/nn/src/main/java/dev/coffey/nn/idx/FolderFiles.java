package dev.coffey.nn.idx;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Files of a folder, plain or compressed. */
public record FolderFiles(Path folder) implements FileSource {
  private static final String NO_FOLDER = "%s or %s.gz is wanted, but there is no folder %s";

  @Override
  public DataFile find(String name) {
    for (var candidate : List.of(name, name + ".gz")) {
      var path = folder.resolve(candidate);
      if (Files.isRegularFile(path)) {
        return new DataFile(path.toString(), () -> Files.newInputStream(path));
      }
    }
    var why = Files.isDirectory(folder) ? "there is no %s or %s.gz in the folder %s" : NO_FOLDER;
    throw new UncheckedIOException(
        why.formatted(name, name, folder.toAbsolutePath().normalize()),
        new NoSuchFileException(folder.resolve(name).toString()));
  }
}
