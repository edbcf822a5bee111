package dev.coffey.plugins.datafree;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Run;
import dev.coffey.nn.block.Normalize;
import dev.coffey.nn.block.Staged;
import dev.coffey.nn.optim.OptimizerOptions;
import dev.coffey.nn.optim.ScheduleOptions;
import dev.coffey.nn.test.TestBench;
import java.util.List;

/** A small teacher and a smaller student, for tests. */
final class Players {
  static final DataSpec DATA = new DataSpec(new Shape(1, 8, 8), 4, List.of(0.3f), List.of(0.5f));

  private Players() {}

  /** A bench with both, and Adam for the generator. */
  static TestBench bench(long seed, double generatorRate) {
    var bench = TestBench.open(seed, DATA);
    join(bench.run());
    bench
        .workspace()
        .optimizer("generator", OptimizerOptions.adam(generatorRate), ScheduleOptions.constant());
    return bench;
  }

  /** Builds both in {@code run}. */
  static void join(Run run) {
    run.build("teacher", network(8), DATA.input()).freeze();
    run.build("student", network(4), DATA.input());
  }

  private static Staged network(int filters) {
    return Staged.builder()
        .add(new Normalize(DATA))
        .add(
            Conv2d.builder()
                .setFilters(filters)
                .setKernelShape(new Shape(3, 3))
                .optPadding(new Shape(1, 1))
                .build())
        .add(Activation::relu)
        .apply(Players::halved)
        .tap("stage1")
        .apply(x -> x.reshape(x.getShape().get(0), -1))
        .tap("feature")
        .add(Linear.builder().setUnits(DATA.classes()).build())
        .tap("logits")
        .build();
  }

  private static NDArray halved(NDArray x) {
    var two = new Shape(2, 2);
    return Pool.maxPool2d(x, two, two, new Shape(0, 0), false);
  }
}
