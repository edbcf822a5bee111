package dev.coffey.kernel.plugin;

import dev.coffey.kernel.config.InvalidInput;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Copies of plugins under their SHA-256. Plugins run from here, so that the folder they were
 * dropped in may change at any time. Several processes may share a store.
 */
public final class PluginStore {
  private final Path folder;

  /**
   * Opens the store, making its folder if need be.
   *
   * @throws InvalidInput if it cannot be made or written
   */
  public PluginStore(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
    } catch (IOException notMade) {
      throw new InvalidInput("the folder %s cannot be made (%s)".formatted(folder, notMade));
    }
    if (!Files.isWritable(folder)) {
      throw new InvalidInput("the folder %s is not writable".formatted(folder));
    }
  }

  /** Looks at a file before it is kept. */
  @FunctionalInterface
  interface Check {
    /** Throws to have it thrown away. */
    void look(StoredJar copy) throws Refusal;
  }

  /**
   * The copy of {@code jar}; made unless one of the right length is there. What is looked at,
   * digested and kept is the copy, so that a jar that changes meanwhile does no harm. A reader sees
   * no copy or a whole one: it is written aside, synced, then renamed.
   */
  StoredJar put(Path jar, Check check) throws Refusal {
    try {
      Path aside = Files.createTempFile(folder, "incoming-", ".tmp");
      try {
        Files.copy(jar, aside, StandardCopyOption.REPLACE_EXISTING);
        String digest = Sha256.of(aside);
        check.look(new StoredJar(digest, aside));
        return keep(aside, digest);
      } finally {
        Files.deleteIfExists(aside);
      }
    } catch (NoSuchFileException gone) {
      throw new Refusal("is not there any more", gone);
    } catch (IOException failure) {
      throw new Refusal("cannot be copied to %s (%s)".formatted(folder, failure), failure);
    }
  }

  private StoredJar keep(Path aside, String digest) throws IOException {
    Path stored = folder.resolve(digest + ".jar");
    if (!Files.exists(stored) || Files.size(stored) != Files.size(aside)) {
      try (var channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      rename(aside, stored);
    }
    return new StoredJar(digest, stored);
  }

  private static void rename(Path aside, Path stored) throws IOException {
    try {
      Files.move(aside, stored, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException networkFolder) {
      Files.move(aside, stored, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
