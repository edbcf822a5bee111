package dev.coffey.api.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;

/**
 * Runs tasks at once, each in a thread of its own; they wait for each other where they agree to.
 */
final class LockStep {
  /** One task; it calls {@code all.arriveAndAwaitAdvance()} where all must have come as far. */
  interface Task<T> {
    T call(Phaser all) throws Exception;
  }

  private LockStep() {}

  /**
   * The results, in the order of {@code tasks}. One that fails doesn't keep the others waiting.
   *
   * @throws ExecutionException with what the first failing task threw
   */
  static <T> List<T> call(List<Task<T>> tasks) throws InterruptedException, ExecutionException {
    var all = new Phaser(tasks.size());
    var threads = Executors.newFixedThreadPool(tasks.size());
    try {
      var results = new ArrayList<T>();
      for (Future<T> result :
          threads.invokeAll(tasks.stream().map(task -> leaving(task, all)).toList())) {
        results.add(result.get());
      }
      return results;
    } finally {
      threads.shutdown();
    }
  }

  private static <T> Callable<T> leaving(Task<T> task, Phaser all) {
    return () -> {
      try {
        return task.call(all);
      } finally {
        all.arriveAndDeregister();
      }
    };
  }
}
