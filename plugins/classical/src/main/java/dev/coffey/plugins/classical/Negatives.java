package dev.coffey.plugins.classical;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Gives every sample that is seen a row of the memory banks, remembers its class, and draws rows of
 * other classes: without replacement where there are enough. Rows not given yet are of no class,
 * and may be drawn for any.
 */
final class Negatives {
  private static final int NO_CLASS = -1;

  private final RandomGenerator random;
  private final int number;
  private final int[] classes;
  private final Map<Long, Integer> rows = new LinkedHashMap<>();

  /**
   * Which rows belong to which sample of a batch.
   *
   * @param positive (N, samples), 1 at each sample's own row
   * @param negative (N, samples), how often a row was drawn for the sample
   */
  record Pairs(NDArray positive, NDArray negative) {}

  /**
   * Draws from {@code random}.
   *
   * @param samples rows of the banks
   * @param number negatives of each sample
   */
  Negatives(RandomGenerator random, int samples, int number) {
    this.random = random;
    this.number = number;
    classes = new int[samples];
    Arrays.fill(classes, NO_CLASS);
  }

  /** The rows of the samples {@code index}, new ones where they are seen for the first time. */
  int[] rows(long[] index) {
    return Arrays.stream(index).mapToInt(one -> rows.computeIfAbsent(one, this::next)).toArray();
  }

  private int next(long index) {
    if (rows.size() == classes.length) {
      throw new IllegalStateException(
          "there are more training samples than crd's option samples, %d; raise it to their number"
              .formatted(classes.length));
    }
    return rows.size();
  }

  /** Remembers that {@code seen} rows are of {@code labels}. */
  void learn(int[] seen, int[] labels) {
    for (int i = 0; i < seen.length; i++) {
      classes[seen[i]] = labels[i];
    }
  }

  /** Draws for a batch of samples with the rows {@code own}. */
  Pairs draw(int[] own, int[] labels, NDManager manager) {
    var positive = new float[own.length * classes.length];
    var negative = new float[positive.length];
    var others = new HashMap<Integer, int[]>();
    for (int i = 0; i < own.length; i++) {
      int offset = i * classes.length;
      positive[offset + own[i]] = 1;
      count(others.computeIfAbsent(labels[i], this::others), negative, offset);
    }
    var shape = new Shape(own.length, classes.length);
    return new Pairs(manager.create(positive, shape), manager.create(negative, shape));
  }

  private int[] others(int label) {
    return IntStream.range(0, classes.length).filter(row -> classes[row] != label).toArray();
  }

  private void count(int[] others, float[] counts, int offset) {
    if (others.length == 0) {
      return;
    }
    boolean enough = others.length >= number;
    for (int i = 0; i < number; i++) {
      int at = enough ? random.nextInt(i, others.length) : random.nextInt(others.length);
      counts[offset + others[at]]++;
      if (enough) {
        int first = others[i];
        others[i] = others[at];
        others[at] = first;
      }
    }
  }

  void save(OutputStream out) throws IOException {
    var data = new DataOutputStream(out);
    data.writeInt(rows.size());
    for (var row : rows.entrySet()) {
      data.writeLong(row.getKey());
      data.writeInt(classes[row.getValue()]);
    }
  }

  void load(InputStream in) throws IOException {
    var data = new DataInputStream(in);
    int size = data.readInt();
    if (size > classes.length) {
      throw new IOException(
          "%d samples were seen, but there are rows for %d".formatted(size, classes.length));
    }
    rows.clear();
    Arrays.fill(classes, NO_CLASS);
    for (int row = 0; row < size; row++) {
      rows.put(data.readLong(), row);
      classes[row] = data.readInt();
    }
  }
}
