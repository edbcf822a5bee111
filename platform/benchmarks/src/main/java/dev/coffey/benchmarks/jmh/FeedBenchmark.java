package dev.coffey.benchmarks.jmh;

import dev.coffey.benchmarks.loop.Feeding;
import dev.coffey.benchmarks.product.Distribution;
import dev.coffey.benchmarks.product.Product;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Batches of MNIST a second, with nobody who trains on them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 10, time = 1)
public class FeedBenchmark {
  @Param("mxnet")
  private String engine;

  @Param("128")
  private int batch;

  private Product product;
  private Feeding feeding;

  /** Opens the dataset. */
  @Setup
  public void open() {
    product = Product.start(Distribution.measured(), engine);
    feeding = new Feeding(product, batch);
  }

  /** Makes one batch. */
  @Benchmark
  public float batch() {
    return feeding.next();
  }

  /** Closes everything. */
  @TearDown
  public void close() {
    feeding.close();
    product.close();
  }
}
