package dev.coffey.lab.run;

import dev.coffey.lab.store.AtomicFile;
import dev.coffey.lab.store.ContentDigest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checkpoints of one run: {@code checkpoint/step-NUMBER.bin}, content and its SHA-256. A new one is
 * written aside, synced, renamed, read again; only then older ones go, all but the one before it.
 */
record CheckpointFolder(Path path) {
  private static final Logger LOG = LoggerFactory.getLogger(CheckpointFolder.class);
  private static final int DIGEST = 64;
  private static final int KEPT = 2;

  /** Writes one. */
  void write(long step, byte[] content) throws IOException {
    Path file = path.resolve("step-%012d.bin".formatted(step));
    byte[] digest = ContentDigest.of(content).getBytes(StandardCharsets.US_ASCII);
    AtomicFile.write(
        file,
        out -> {
          out.write(content);
          out.write(digest);
        });
    if (read(file).isEmpty()) {
      throw new IOException("the checkpoint '%s' was not written as it should be".formatted(file));
    }
    List<Path> newestFirst = files();
    for (Path old : newestFirst.subList(Math.min(KEPT, newestFirst.size()), newestFirst.size())) {
      Files.deleteIfExists(old);
    }
  }

  /** The content of the newest one that is whole; others are told of in the log. */
  Optional<byte[]> newest() throws IOException {
    for (Path file : files()) {
      Optional<byte[]> content = read(file);
      if (content.isPresent()) {
        return content;
      }
      LOG.warn("the checkpoint {} is damaged; the one before it is used", file);
    }
    return Optional.empty();
  }

  /** Removes all of them, and what was half written. */
  void clear() throws IOException {
    if (!Files.isDirectory(path)) {
      return;
    }
    try (var all = Files.newDirectoryStream(path)) {
      for (Path file : all) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(path);
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (var all = Files.list(path)) {
      return all.filter(file -> file.getFileName().toString().matches("step-\\d+\\.bin"))
          .sorted(Comparator.reverseOrder())
          .toList();
    }
  }

  private static Optional<byte[]> read(Path file) throws IOException {
    byte[] all = Files.readAllBytes(file);
    if (all.length < DIGEST) {
      return Optional.empty();
    }
    byte[] content = Arrays.copyOf(all, all.length - DIGEST);
    byte[] digest = Arrays.copyOfRange(all, all.length - DIGEST, all.length);
    return ContentDigest.of(content).equals(new String(digest, StandardCharsets.US_ASCII))
        ? Optional.of(content)
        : Optional.empty();
  }
}
