package dev.coffey.benchmarks.jmh;

import dev.coffey.benchmarks.loop.Loop;
import dev.coffey.benchmarks.loop.Task;
import dev.coffey.benchmarks.loop.Training;
import dev.coffey.benchmarks.product.Distribution;
import dev.coffey.benchmarks.product.Product;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One step of lenet5-half with and without its teacher. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 5, time = 5)
public class DistillationBenchmark {
  @Param("mxnet")
  private String engine;

  @Param private Training training;

  @Param("128")
  private int batch;

  private Product product;
  private Loop open;

  /** Opens the loop. */
  @Setup
  public void open() {
    product = Product.start(Distribution.measured(), engine);
    open = training.open(product, Task.of("lenet5-half", batch));
  }

  /** Trains on one batch. */
  @Benchmark
  public void step() {
    open.step();
  }

  /** Leaves nothing for the next iteration. */
  @TearDown(Level.Iteration)
  public void settle() {
    open.settle();
  }

  /** Closes everything. */
  @TearDown
  public void close() {
    open.close();
    product.close();
  }
}
