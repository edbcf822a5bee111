package dev.coffey.lab.run;

import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Dataset.Source;
import dev.coffey.api.Tensors;
import java.util.Iterator;
import java.util.random.RandomGenerator;

/**
 * Batches with a fixed share of samples of a pool, the rest from a dataset: one pass over the
 * dataset, in which the pool begins anew as often as need be. They have the arrays that both have.
 *
 * @param share the pool's, of every batch; both give at least one sample
 * @param batch samples of a batch in training
 */
record MixedSource(Source data, Source pool, double share, int batch) implements Source {
  private int fromPool(int size) {
    return (int) Math.max(1, Math.min(size - 1, Math.round(share * size)));
  }

  @Override
  public DataSpec spec() {
    return data.spec();
  }

  @Override
  public String digest() {
    return data.digest() + pool.digest();
  }

  /** Samples of one pass in training, both sources' together. */
  @Override
  public long size() {
    int fromData = batch - fromPool(batch);
    return (data.size() + fromData - 1) / fromData * batch;
  }

  @Override
  public Iterator<Tensors> batches(int size, RandomGenerator order) {
    int fromPool = fromPool(size);
    Iterator<Tensors> some = data.batches(size - fromPool, order);
    return new Iterator<>() {
      private Iterator<Tensors> made = pool.batches(fromPool, order);

      @Override
      public boolean hasNext() {
        return some.hasNext();
      }

      @Override
      public Tensors next() {
        if (!made.hasNext()) {
          made = pool.batches(fromPool, order);
        }
        return joined(some.next(), made.next());
      }
    };
  }

  private static Tensors joined(Tensors some, Tensors made) {
    Tensors all = Tensors.empty();
    for (String name : some.names()) {
      if (made.find(name).isPresent()) {
        all = all.with(name, NDArrays.concat(new NDList(some.get(name), made.get(name))));
      }
    }
    return all;
  }

  @Override
  public Tensors rows(long... index) {
    return data.rows(index);
  }
}
