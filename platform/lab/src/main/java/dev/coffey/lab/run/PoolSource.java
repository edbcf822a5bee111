package dev.coffey.lab.run;

import ai.djl.ndarray.NDManager;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Dataset.Source;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.nn.data.Permutation;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** A pool's samples as a split; their indices count from 0. */
record PoolSource(Run run, DataSpec spec, SamplePool pool) implements Source {
  @Override
  public String digest() {
    return pool.sha256();
  }

  @Override
  public long size() {
    return pool.count();
  }

  @Override
  public Iterator<Tensors> batches(int size, RandomGenerator order) {
    int[] sequence = IntStream.range(0, Math.toIntExact(pool.count())).toArray();
    if (order != null) {
      Permutation.shuffle(sequence, order);
    }
    return new Batches(sequence, size);
  }

  @Override
  public Tensors rows(long... index) {
    return batch(Arrays.stream(index).mapToInt(Math::toIntExact).toArray());
  }

  private Tensors batch(int[] rows) {
    NDManager scratch = run.scratch();
    Tensors batch = Tensors.empty();
    for (SampleColumn column : pool.columns()) {
      batch =
          batch.with(
              column.name(),
              scratch.create(
                  pool.rows(column, rows), column.shape(rows.length), column.dataType()));
    }
    return batch.with("index", scratch.create(Arrays.stream(rows).asLongStream().toArray()));
  }

  private final class Batches implements Iterator<Tensors> {
    private final int[] sequence;
    private final int size;
    private int next;

    private Batches(int[] sequence, int size) {
      this.sequence = sequence;
      this.size = size;
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
      int end = Math.min(sequence.length, next + size);
      int[] rows = Arrays.copyOfRange(sequence, next, end);
      next = end;
      return batch(rows);
    }
  }
}
