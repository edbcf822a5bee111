package dev.coffey.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for what another process brings about. */
final class Waiting {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final long LOOK_NANOS = 2_000_000;

  private Waiting() {}

  /** Something that may be true by now. */
  interface Condition {
    boolean holds() throws IOException;
  }

  static void until(String what, Condition condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (!condition.holds()) {
        if (System.nanoTime() > end) {
          throw new AssertionError(
              "it did not come to this within %s: %s".formatted(PATIENCE, what));
        }
        LockSupport.parkNanos(LOOK_NANOS);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
