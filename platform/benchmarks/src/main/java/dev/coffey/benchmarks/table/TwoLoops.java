package dev.coffey.benchmarks.table;

import dev.coffey.benchmarks.loop.Loop;
import dev.coffey.benchmarks.loop.Task;
import dev.coffey.benchmarks.measure.Pairs;
import dev.coffey.benchmarks.product.Distribution;
import dev.coffey.benchmarks.product.Product;
import java.util.function.BiFunction;

/**
 * Two loops that train in turns.
 *
 * @param wanted the bound of their ratio; empty if there is none
 */
record TwoLoops(
    String what,
    Task task,
    BiFunction<Product, Task, ? extends Loop> first,
    BiFunction<Product, Task, ? extends Loop> second,
    String wanted)
    implements Measurement {
  @Override
  public Row take(Parameters parameters) {
    try (var product = Product.start(Distribution.measured(), parameters.engine());
        Loop one = first.apply(product, task);
        Loop other = second.apply(product, task)) {
      return Row.of(what, Pairs.measure(parameters.pairs(), one::steps, other::steps), wanted);
    }
  }
}
