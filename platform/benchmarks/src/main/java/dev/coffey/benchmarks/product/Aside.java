package dev.coffey.benchmarks.product;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Lets something start its threads as daemons: threads inherit that from the one that makes them.
 */
final class Aside {
  private Aside() {}

  static <T> T start(Supplier<T> body) {
    var task = new FutureTask<T>(body::get);
    var thread = new Thread(task, "starts daemons");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException("the product cannot be started", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the product started", interrupted);
    }
  }
}
