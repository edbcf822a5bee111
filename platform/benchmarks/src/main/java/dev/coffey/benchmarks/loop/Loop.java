package dev.coffey.benchmarks.loop;

/** Something that trains, a step at a time. Belongs to the thread that made it. */
public interface Loop extends AutoCloseable {
  /** Trains on one batch. The engine may still be at it afterwards. */
  void step();

  /** Waits until the engine has done everything it was asked for. */
  void settle();

  /** Takes {@code count} steps to their very end. */
  default void steps(int count) {
    for (int i = 0; i < count; i++) {
      step();
    }
    settle();
  }

  @Override
  void close();
}
