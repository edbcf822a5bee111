package dev.coffey.benchmarks.table;

import dev.coffey.benchmarks.loop.Loop;
import dev.coffey.benchmarks.loop.Task;
import dev.coffey.benchmarks.loop.Training;
import dev.coffey.benchmarks.measure.Pairs;
import dev.coffey.benchmarks.product.Distribution;
import dev.coffey.benchmarks.product.Product;
import java.io.IOException;

/** Training beside a busy process of somebody else, in turns with undisturbed training. */
record Disturbance(String what, Task task, String wanted) implements Measurement {
  @Override
  public Row take(Parameters parameters) throws IOException {
    try (var product = Product.start(Distribution.measured(), parameters.engine());
        Loop loop = Training.SUPERVISED.open(product, task);
        var foreign = BusyProcess.start()) {
      var pairs =
          Pairs.measure(
              parameters.pairs(),
              steps -> {
                foreign.goOn();
                loop.steps(steps);
                foreign.rest();
              },
              loop::steps);
      return Row.of(what, pairs, wanted);
    }
  }
}
