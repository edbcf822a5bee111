package dev.coffey.benchmarks.loop;

import dev.coffey.benchmarks.product.Product;
import java.util.concurrent.CountDownLatch;

/** Trains LeNet-5 on a thread of its own until it is closed. */
public final class TrainingThread implements AutoCloseable {
  private static final int BATCH = 128;

  private final CountDownLatch training = new CountDownLatch(1);
  private final Thread thread;
  private volatile boolean ends;

  private TrainingThread(Product product) {
    thread = new Thread(() -> train(product), "training");
  }

  /** Starts one, and comes back when it trains. */
  public static TrainingThread start(Product product) throws InterruptedException {
    var started = new TrainingThread(product);
    started.thread.start();
    started.training.await();
    return started;
  }

  private void train(Product product) {
    try (Loop loop = Training.SUPERVISED.open(product, Task.of("lenet5", BATCH))) {
      while (!ends) {
        loop.step();
        training.countDown();
      }
    } finally {
      training.countDown();
    }
  }

  @Override
  public void close() throws InterruptedException {
    ends = true;
    thread.join();
  }
}
