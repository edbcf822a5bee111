package dev.coffey.nn;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Whose turn it is on an engine that can do one thing at a time. Runs take turns step by step, so
 * that none waits for the end of another.
 */
final class Turn {
  // the engine is the process's, whatever the run; fair, or one run would keep it
  private static final ReentrantLock ENGINE = new ReentrantLock(true);

  private Turn() {}

  /** Whether the calling thread has it. */
  static boolean isHere() {
    return ENGINE.isHeldByCurrentThread();
  }

  /** Waits for the turn and evaluates {@code body}; a thread that has it goes on at once. */
  static <T> T during(Supplier<T> body) {
    ENGINE.lock();
    try {
      return body.get();
    } finally {
      ENGINE.unlock();
    }
  }
}
