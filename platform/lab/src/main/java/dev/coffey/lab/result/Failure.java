package dev.coffey.lab.result;

import static java.util.Objects.requireNonNull;

/**
 * A run that failed.
 *
 * @param run {@code METHOD/seed-N}
 * @param message a sentence for people
 */
public record Failure(String run, String message) {
  /** Checks that nothing is missing. */
  public Failure {
    requireNonNull(run, "run is null");
    requireNonNull(message, "message is null");
  }
}
