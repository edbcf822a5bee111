package dev.coffey.lab.run;

import dev.coffey.api.DataSpec;
import dev.coffey.api.Dataset.Source;
import dev.coffey.api.Tensors;
import dev.coffey.lab.experiment.MethodPlan;
import dev.coffey.lab.experiment.TrainOptions;
import java.util.Iterator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Stands in for the training split where a method works without data: as many empty batches as an
 * epoch has steps.
 *
 * @param size samples that an epoch's steps would have read
 */
record NoSamples(DataSpec spec, long size) implements Source {
  /**
   * For one run of {@code method}.
   *
   * @throws IllegalArgumentException if nobody says how many steps an epoch has
   */
  static NoSamples of(MethodPlan method, DataSpec spec) {
    TrainOptions train = method.train();
    long steps =
        train
            .stepsPerEpoch()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "it works without data, so say how many steps an epoch has, such as"
                            + " train: {steps-per-epoch: 50}"));
    return new NoSamples(spec, steps * train.batch());
  }

  @Override
  public String digest() {
    return "";
  }

  @Override
  public Iterator<Tensors> batches(int batch, RandomGenerator order) {
    return Stream.generate(Tensors::empty).limit((size + batch - 1) / batch).iterator();
  }

  @Override
  public Tensors rows(long... index) {
    throw new IllegalStateException("a method that works without data asked for samples");
  }
}
