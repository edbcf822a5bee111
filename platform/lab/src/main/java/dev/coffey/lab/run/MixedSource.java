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
 * @param fromPool samples of a batch that are the pool's
 * @param fromData samples of a batch that are the dataset's
 */
record MixedSource(Source data, Source pool, int fromPool, int fromData) implements Source {
  /** {@code share}: the pool's, of batches of {@code batch}; both give at least one sample. */
  static MixedSource of(Source data, Source pool, double share, int batch) {
    int fromPool = (int) Math.max(1, Math.min(batch - 1, Math.round(share * batch)));
    return new MixedSource(data, pool, fromPool, batch - fromPool);
  }

  @Override
  public DataSpec spec() {
    return data.spec();
  }

  @Override
  public String digest() {
    return data.digest() + pool.digest();
  }

  /** Samples of one pass, both sources' together. */
  @Override
  public long size() {
    return (data.size() + fromData - 1) / fromData * (fromPool + fromData);
  }

  @Override
  public Iterator<Tensors> batches(int size, RandomGenerator order) {
    Iterator<Tensors> some = data.batches(fromData, order);
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
