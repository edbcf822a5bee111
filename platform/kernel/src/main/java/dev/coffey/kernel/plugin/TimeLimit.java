package dev.coffey.kernel.plugin;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls code of a plugin on a thread of its own and gives up on it after a while. */
public final class TimeLimit {
  private static final Logger LOG = LoggerFactory.getLogger(TimeLimit.class);
  private static final long GRACE_MILLIS = 500;

  private final Duration limit;

  /** {@code limit}: how long a call may take. */
  public TimeLimit(Duration limit) {
    this.limit = limit;
  }

  /**
   * Calls {@code body}.
   *
   * @throws Refusal if it takes too long, or what {@code body} throws
   */
  public <T> T call(String name, Callable<T> body) throws Refusal {
    var task = new FutureTask<>(body);
    var thread = new Thread(task, "coffey-verify-" + name);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException tooLong) {
      end(thread);
      throw new Refusal(
          "is not ready after %s s: its constructors or its activator do not come to an end"
              .formatted(limit.toMillis() / 1000.0),
          tooLong);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      end(thread);
      throw new Refusal("was not looked into, since the platform is stopping", interrupted);
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof Refusal refusal) {
        throw refusal;
      }
      throw new Refusal(
          "cannot be started (" + Refusal.reasonOf(failure) + ")", failure.getCause());
    }
  }

  /**
   * An endless loop would keep a core from everybody's training for ever. An interrupt is asked
   * first; what does not listen is stopped, as far as this Java can.
   */
  @SuppressWarnings(
      "deprecation") // unsafe for shared state; this thread only built a refused plugin
  private static void end(Thread thread) {
    thread.interrupt();
    try {
      thread.join(GRACE_MILLIS);
      if (thread.isAlive()) {
        thread.stop();
        thread.join(GRACE_MILLIS);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (UnsupportedOperationException laterJava) {
      LOG.warn("The thread {} does not end; it goes until the process does", thread.getName());
    }
  }
}
