package dev.coffey.plugins.samples;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Metric;
import dev.coffey.api.Tensors;
import dev.coffey.nn.test.TestBench;
import java.util.Map;
import java.util.function.Function;

/** What a judge says of some samples, for the tests of this module. */
final class Judgements {
  private Judgements() {}

  /** Features of five samples and of five images. */
  static Tensors features(NDManager manager) {
    return Tensors.of("judge/feature", normal(manager, 5, 1))
        .with("real/feature", normal(manager, 5, 2));
  }

  /** (rows, 3). */
  static NDArray normal(NDManager manager, int rows, long seed) {
    return manager.create(TestBench.normal(rows * 3, seed), new Shape(rows, 3));
  }

  /** The figures of one pass over {@code batches}. */
  @SafeVarargs
  static Map<String, Double> figures(
      Metric metric, Record options, Function<NDManager, Tensors>... batches) {
    try (var bench = TestBench.open(1)) {
      var run = bench.run(options);
      var meter = metric.open(run);
      for (var batch : batches) {
        bench.stepping(() -> meter.add(batch.apply(run.scratch())));
      }
      return meter.read();
    }
  }
}
