package dev.coffey.nn.data;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Draws rows so that classes come in equal numbers. */
public final class BalancedDraw {
  private final int[] labels;
  private final int classes;

  /** {@code labels}: class of each row, below {@code classes}. */
  public BalancedDraw(int[] labels, int classes) {
    this.labels = labels;
    this.classes = classes;
  }

  /**
   * Rising row numbers; class counts differ by one at most.
   *
   * @throws IllegalArgumentException if a class has too few rows; the message names it
   */
  public int[] draw(int count, RandomGenerator random) {
    if (count < 1) {
      throw new IllegalArgumentException("a subset must have at least 1 sample, not " + count);
    }
    int[] classOrder = IntStream.range(0, classes).toArray();
    Permutation.shuffle(classOrder, random);
    int[] drawn = new int[count];
    int filled = 0;
    for (int i = 0; i < classes; i++) {
      int wanted = count / classes + (i < count % classes ? 1 : 0);
      int[] members = members(classOrder[i], wanted, count);
      Permutation.shuffle(members, random);
      System.arraycopy(members, 0, drawn, filled, wanted);
      filled += wanted;
    }
    Arrays.sort(drawn);
    return drawn;
  }

  private int[] members(int label, int wanted, int count) {
    int[] members = IntStream.range(0, labels.length).filter(row -> labels[row] == label).toArray();
    if (members.length < wanted) {
      throw new IllegalArgumentException(
          "class %d has %d samples, but %d are needed for %d with the classes in equal numbers"
              .formatted(label, members.length, wanted, count));
    }
    return members;
  }
}
