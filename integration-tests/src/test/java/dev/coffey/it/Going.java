package dev.coffey.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that goes on, and where its output goes to. */
record Going(Process process, Path out, Path err) implements AutoCloseable {
  private static final long MINUTES = 20;

  static Going start(Path folder, Map<String, String> environment, List<String> command) {
    try {
      Path out = Files.createTempFile("coffey-", ".out");
      Path err = Files.createTempFile("coffey-", ".err");
      var builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().putAll(environment);
      return new Going(builder.start(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for its end. */
  Coffey.Ended end() {
    try {
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        throw new IllegalStateException(
            "still running after %d minutes: %s".formatted(MINUTES, Files.readString(err)));
      }
      var ended =
          new Coffey.Ended(process.exitValue(), Files.readString(out), Files.readString(err));
      close();
      return ended;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Kills it if it still goes on. */
  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(out);
    Files.deleteIfExists(err);
  }
}
