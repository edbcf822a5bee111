package dev.coffey.nn.data;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Divides training rows into those to learn from and those to validate on, the classes of the
 * latter in equal numbers (give or take one). The choice depends on the labels alone, never on a
 * run's seed: what is validation data for one run is validation data for all.
 */
public final class Holdout {
  private static final long SEED = 0x436f66666579L; // "Coffey"; any constant would do

  private final boolean[] held;

  private Holdout(boolean[] held) {
    this.held = held;
  }

  /**
   * Holds back {@code count} rows.
   *
   * @param labels class of each row, all below {@code classes}
   * @throws IllegalArgumentException if a class has too few rows to leave one to learn from
   */
  public static Holdout of(int[] labels, int classes, int count) {
    int[] wanted = new int[classes];
    int[] present = new int[classes];
    Arrays.setAll(wanted, k -> count / classes + (k < count % classes ? 1 : 0));
    Arrays.stream(labels).forEach(label -> present[label]++);
    for (int k = 0; k < classes; k++) {
      if (present[k] > 0 ? wanted[k] >= present[k] : wanted[k] > 0) {
        throw new IllegalArgumentException(
            ("a validation split of %d needs %d images of class %d and one to train on,"
                    + " but there are %d")
                .formatted(count, wanted[k], k, present[k]));
      }
    }
    boolean[] held = new boolean[labels.length];
    for (int row : shuffled(labels.length)) {
      held[row] = wanted[labels[row]]-- > 0;
    }
    return new Holdout(held);
  }

  private static int[] shuffled(int count) {
    var random = new SplittableRandom(SEED);
    int[] rows = IntStream.range(0, count).toArray();
    for (int last = count - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      int row = rows[last];
      rows[last] = rows[other];
      rows[other] = row;
    }
    return rows;
  }

  /** Rows to learn from, ascending. */
  public int[] train() {
    return IntStream.range(0, held.length).filter(row -> !held[row]).toArray();
  }

  /** Rows held back, ascending. */
  public int[] validation() {
    return IntStream.range(0, held.length).filter(row -> held[row]).toArray();
  }
}
