package dev.coffey.api.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.function.Supplier;

/**
 * One of several tasks, each in a thread of its own, that go on in step: nobody does something
 * {@link #next} before all have come to that.
 */
final class LockStep {
  private final Phaser all;
  private final int place;
  private final int turns;

  /** What one thread does. */
  interface Task<T> {
    T call(LockStep step) throws Exception;
  }

  private LockStep(Phaser all, int place, int turns) {
    this.all = all;
    this.place = place;
    this.turns = turns;
  }

  /** For a task that waits for nobody. */
  static LockStep alone() {
    return new LockStep(new Phaser(1), 0, 1);
  }

  /** The results; only one thread at a time does what is next, in the order of {@code tasks}. */
  static <T> List<T> inTurns(List<Task<T>> tasks) throws InterruptedException, ExecutionException {
    return call(tasks, tasks.size());
  }

  /** The results; all do what is next at the same time. */
  static <T> List<T> atOnce(List<Task<T>> tasks) throws InterruptedException, ExecutionException {
    return call(tasks, 1);
  }

  private static <T> List<T> call(List<Task<T>> tasks, int turns)
      throws InterruptedException, ExecutionException {
    var all = new Phaser(tasks.size());
    var threads = Executors.newFixedThreadPool(tasks.size());
    try {
      var running = new ArrayList<Future<T>>();
      for (Task<T> task : tasks) {
        var step = new LockStep(all, running.size() % turns, turns);
        running.add(threads.submit(() -> step.lead(task)));
      }
      var results = new ArrayList<T>();
      for (Future<T> result : running) {
        results.add(result.get());
      }
      return results;
    } finally {
      threads.shutdown();
    }
  }

  /** A task that fails doesn't keep the others waiting. */
  private <T> T lead(Task<T> task) throws Exception {
    try {
      return task.call(this);
    } finally {
      all.arriveAndDeregister();
    }
  }

  /** What {@code action} gives when it is this task's turn. */
  <T> T next(Supplier<T> action) {
    for (int turn = 0; turn < place; turn++) {
      all.arriveAndAwaitAdvance();
    }
    all.arriveAndAwaitAdvance();
    var result = action.get();
    for (int turn = place + 1; turn < turns; turn++) {
      all.arriveAndAwaitAdvance();
    }
    return result;
  }
}
