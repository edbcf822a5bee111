package dev.coffey.lab.result;

import java.io.IOException;
import java.nio.file.Path;

/** A results file that cannot be read as one. The message is a sentence with its path. */
public final class DamagedResults extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedResults(Path file, String reason, Throwable cause) {
    super("%s is damaged or no results file: %s".formatted(file, reason), cause);
  }
}
