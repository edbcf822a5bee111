package dev.coffey.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.IdentityHashMap;

/**
 * Running statistics that the forward passes of one phase move. Until the backward pass is over
 * they are copies, so that a loss that isn't finite changes nothing.
 */
final class MovingStatistics {
  private final IdentityHashMap<NDArray, NDArray> copies = new IdentityHashMap<>();

  /** The copy that stands for {@code statistic} in this phase; made in {@code scratch}. */
  NDArray of(NDArray statistic, NDManager scratch) {
    return copies.computeIfAbsent(
        statistic,
        array -> {
          NDArray copy = array.duplicate();
          copy.attach(scratch);
          return copy;
        });
  }

  /** Makes what they have become the statistics. */
  void commit() {
    copies.forEach((statistic, copy) -> copy.copyTo(statistic));
    copies.clear();
  }

  /** Leaves the statistics as they were. */
  void forget() {
    copies.clear();
  }
}
