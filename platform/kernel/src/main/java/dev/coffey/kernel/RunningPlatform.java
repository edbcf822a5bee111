package dev.coffey.kernel;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a platform that watches its plugins tells other processes of itself, in a file {@code
 * running/PID.json}.
 *
 * @param process its process id
 * @param started when that process began, in milliseconds since 1970, since ids come again
 */
public record RunningPlatform(long process, long started, List<Held> plugins) {
  private static final Logger LOG = LoggerFactory.getLogger(RunningPlatform.class);
  private static final JsonMapper JSON = new JsonMapper();

  /** Start times are counted from a boot time in seconds, which moves when the clock is set. */
  private static final long SAME_START_MILLIS = 5_000;

  /**
   * One plugin in it.
   *
   * @param path where its jar lay
   * @param remark why it was refused; empty if it was not
   */
  public record Held(
      String name,
      String version,
      String digest,
      String path,
      BundleReport.Status status,
      int leases,
      String remark) {}

  static RunningPlatform here(List<BundleReport> plugins) {
    var process = ProcessHandle.current();
    return new RunningPlatform(
        process.pid(),
        startOf(process),
        plugins.stream()
            .map(
                plugin ->
                    new Held(
                        plugin.name(),
                        plugin.version(),
                        plugin.digest(),
                        plugin.path().toString(),
                        plugin.status(),
                        plugin.leases(),
                        plugin.remark()))
            .toList());
  }

  /** Those that run now on {@code layout}'s state folder; files of others are removed. */
  public static List<RunningPlatform> all(PlatformLayout layout) {
    var running = new ArrayList<RunningPlatform>();
    if (!Files.isDirectory(layout.running())) {
      return running;
    }
    try (var files = Files.newDirectoryStream(layout.running(), "*.json")) {
      for (Path file : files) {
        Optional<RunningPlatform> told = read(file);
        if (told.isPresent() && told.get().isAlive()) {
          running.add(told.get());
        } else if (told.isPresent()) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException unreadable) {
      LOG.warn("{} cannot be read", layout.running(), unreadable);
    }
    return running;
  }

  private static Optional<RunningPlatform> read(Path file) {
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(file), RunningPlatform.class));
    } catch (IOException goneOrDamaged) {
      LOG.debug("{} cannot be read", file, goneOrDamaged);
      return Optional.empty();
    }
  }

  /** A reader sees the old text or the new. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path aside = folder.resolve(process + ".tmp");
    try { // an interrupt, when the platform closes, ends the writing
      Files.write(aside, JSON.writeValueAsBytes(this));
      Files.move(
          aside,
          fileIn(folder),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  Path fileIn(Path folder) {
    return folder.resolve(process + ".json");
  }

  private boolean isAlive() {
    return ProcessHandle.of(process)
        .filter(ProcessHandle::isAlive)
        .filter(found -> Math.abs(startOf(found) - started) < SAME_START_MILLIS)
        .isPresent();
  }

  private static long startOf(ProcessHandle process) {
    return process.info().startInstant().map(java.time.Instant::toEpochMilli).orElse(0L);
  }
}
