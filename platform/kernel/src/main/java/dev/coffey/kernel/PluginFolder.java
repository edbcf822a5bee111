package dev.coffey.kernel;

import dev.coffey.kernel.config.InvalidInput;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Puts jars into the folder where plugins are dropped, and takes them out. */
public final class PluginFolder {
  private final Path folder;

  /** The one of {@code layout}. */
  public PluginFolder(PlatformLayout layout) {
    this.folder = layout.plugins();
  }

  /**
   * Copies {@code jar} there under another name, whole or not at all; what had that name is
   * replaced.
   *
   * @throws InvalidInput if it cannot be written
   */
  public Path put(Path jar, String name) {
    Path target = folder.resolve(name);
    try {
      Files.createDirectories(folder);
      Path aside = Files.createTempFile(folder, ".incoming-", ".tmp");
      try {
        Files.copy(jar, aside, StandardCopyOption.REPLACE_EXISTING);
        try (var channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
          channel.force(true);
        }
        Files.move(
            aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(aside);
      }
      return target;
    } catch (IOException failure) {
      throw new InvalidInput("'%s' cannot be copied to '%s' (%s)".formatted(jar, target, failure));
    }
  }

  /**
   * Takes a jar out.
   *
   * @throws InvalidInput if it cannot be deleted
   */
  public void remove(Path jar) {
    try {
      Files.deleteIfExists(jar);
    } catch (IOException failure) {
      throw new InvalidInput("'%s' cannot be deleted (%s)".formatted(jar, failure));
    }
  }
}
