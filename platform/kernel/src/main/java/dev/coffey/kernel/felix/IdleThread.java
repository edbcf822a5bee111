package dev.coffey.kernel.felix;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does later what must not hold up a run that gives its leases back; there only when needed. */
final class IdleThread implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IdleThread.class);
  private static final long KEEP_SECONDS = 5;
  private static final long END_SECONDS = 20;

  private final ThreadPoolExecutor executor;

  IdleThread() {
    executor =
        new ThreadPoolExecutor(
            1,
            1,
            KEEP_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              var thread = new Thread(task, "coffey-retire");
              thread.setDaemon(true);
              return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy()); // after close there is nothing to retire
    executor.allowCoreThreadTimeOut(true);
  }

  void soon(Runnable task) {
    executor.execute(task);
  }

  /** Comes back when what was asked for is done: nothing is retired while the framework stops. */
  @Override
  public void close() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
        LOG.info("A plugin is still being retired");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
