package dev.coffey.lab.run;

import dev.coffey.api.DataSpec;
import dev.coffey.api.Dataset.Source;
import dev.coffey.api.Tensors;
import java.util.Iterator;
import java.util.random.RandomGenerator;

/**
 * Stands in for samples that are not made yet while an experiment is checked.
 *
 * @param like samples that look like them
 */
record Promised(Source like, long size) implements Source {
  @Override
  public DataSpec spec() {
    return like.spec();
  }

  @Override
  public String digest() {
    return "";
  }

  @Override
  public Iterator<Tensors> batches(int batch, RandomGenerator order) {
    return like.batches(batch, order);
  }

  @Override
  public Tensors rows(long... index) {
    return like.rows(index);
  }
}
