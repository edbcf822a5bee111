package dev.coffey.lab.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Writes checkpoints on a thread of its own, since a disk's sync may take longer than a short
 * epoch. Where epochs are faster than the disk, the newest one waits and older ones are left out.
 */
final class CheckpointWriter implements AutoCloseable {
  /** What is to be written. */
  private interface Due {
    void into(CheckpointFolder folder) throws IOException;
  }

  private final CheckpointFolder folder;
  private final Thread thread = new Thread(this::run, "coffey-checkpoints");
  private Optional<Due> due = Optional.empty();
  private Optional<IOException> failure = Optional.empty();
  private boolean closed;

  CheckpointWriter(CheckpointFolder folder) {
    this.folder = folder;
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Hands one over.
   *
   * @throws UncheckedIOException if an earlier one could not be written
   */
  synchronized void offer(long step, byte[] content) {
    throwFailure();
    due = Optional.of(target -> target.write(step, content));
    notifyAll();
  }

  private void run() {
    Optional<Due> next = await();
    while (next.isPresent()) {
      try {
        next.get().into(folder);
      } catch (IOException failed) {
        synchronized (this) {
          failure = Optional.of(failed);
        }
      }
      next = await();
    }
  }

  private synchronized Optional<Due> await() {
    try {
      while (due.isEmpty() && !closed) {
        wait();
      }
    } catch (InterruptedException stopping) {
      return Optional.empty();
    }
    Optional<Due> taken = due;
    due = Optional.empty();
    return taken;
  }

  /** Throws if an earlier checkpoint could not be written. */
  synchronized void throwFailure() {
    if (failure.isPresent()) {
      throw new UncheckedIOException(
          "a checkpoint cannot be written to %s: %s; the same command goes on from the one before"
              .formatted(folder.path(), failure.get().getMessage()),
          failure.get());
    }
  }

  /** Waits until the last one is written. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    try {
      thread.join();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
