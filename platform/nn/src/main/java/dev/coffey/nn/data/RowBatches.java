package dev.coffey.nn.data;

import dev.coffey.api.Tensors;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Batches of rows in memory, made when they are asked for. */
public final class RowBatches implements Iterator<Tensors> {
  private final int[] sequence;
  private final int size;
  private final Function<int[], Tensors> batch;
  private int next;

  private RowBatches(int[] sequence, int size, Function<int[], Tensors> batch) {
    this.sequence = sequence;
    this.size = size;
    this.batch = batch;
  }

  /**
   * All of {@code rows}, in batches of {@code size}, the last one smaller if need be.
   *
   * @param order shuffles them; null to leave their order
   * @param batch makes a batch of some of the rows
   */
  public static Iterator<Tensors> of(
      int[] rows, int size, RandomGenerator order, Function<int[], Tensors> batch) {
    return new RowBatches(sequence(rows, size, order), size, batch);
  }

  /** A copy of {@code rows} in the order in which batches of {@code size} have them. */
  static int[] sequence(int[] rows, int size, RandomGenerator order) {
    if (size < 1) {
      throw new IllegalArgumentException("a batch must have at least 1 sample, not " + size);
    }
    int[] sequence = rows.clone();
    if (order != null) {
      Permutation.shuffle(sequence, order);
    }
    return sequence;
  }

  @Override
  public boolean hasNext() {
    return next < sequence.length;
  }

  @Override
  public Tensors next() {
    if (!hasNext()) {
      throw new NoSuchElementException("all %d samples were given".formatted(next));
    }
    int from = next;
    next = Math.min(sequence.length, from + size);
    return batch.apply(Arrays.copyOfRange(sequence, from, next));
  }
}
