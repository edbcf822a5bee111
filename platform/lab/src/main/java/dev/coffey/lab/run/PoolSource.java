package dev.coffey.lab.run;

import ai.djl.ndarray.NDManager;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Dataset.Source;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.nn.data.RowBatches;
import java.util.Arrays;
import java.util.Iterator;
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
    int[] rows = IntStream.range(0, Math.toIntExact(pool.count())).toArray();
    return RowBatches.of(rows, size, order, this::batch);
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
}
