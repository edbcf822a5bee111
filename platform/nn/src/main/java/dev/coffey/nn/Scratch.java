package dev.coffey.nn;

import ai.djl.ndarray.NDManager;
import java.util.ArrayDeque;
import java.util.Deque;

/** Managers of the steps going on, innermost first. */
final class Scratch {
  private final EngineAccess engine;
  private final Deque<NDManager> steps = new ArrayDeque<>();

  Scratch(EngineAccess engine) {
    this.engine = engine;
  }

  void open() {
    steps.push(engine.memory().newSubManager());
  }

  void close() {
    steps.pop().close();
  }

  boolean isEmpty() {
    return steps.isEmpty();
  }

  NDManager current() {
    if (steps.isEmpty()) {
      throw new IllegalStateException(
          "scratch arrays exist only inside a step; the run has not begun one");
    }
    return steps.peek();
  }
}
