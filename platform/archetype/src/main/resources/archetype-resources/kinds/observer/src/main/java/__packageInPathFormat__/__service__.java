package ${package};

import dev.coffey.api.Event;
import dev.coffey.api.Observer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** Appends a line to {@code ${artifactId}.log} in the working folder whenever a run is finished. */
final class ${service} implements Observer {
  private final Path file;

  ${service}() {
    this(Path.of("${artifactId}.log"));
  }

  ${service}(Path file) {
    this.file = file;
  }

  /** Runs have threads of their own, and lines must not mix. */
  @Override
  public synchronized void on(Event event) {
    if (event instanceof Event.Finished finished) {
      append(
          String.format(
              Locale.ROOT, "%s finished in %.1f s%n", finished.run(), finished.seconds()));
    }
  }

  private void append(String line) {
    try {
      Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("%s can't be written".formatted(file), e);
    }
  }
}
