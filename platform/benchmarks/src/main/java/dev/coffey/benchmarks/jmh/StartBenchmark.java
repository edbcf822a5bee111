package dev.coffey.benchmarks.jmh;

import ai.djl.ndarray.types.Shape;
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
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The platform's start in a process that has done nothing before; one start a process. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(10)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class StartBenchmark {
  @Param("mxnet")
  private String engine;

  private Product product;

  /** Framework, bundles, plugins. */
  @Benchmark
  public void platform() {
    product = Product.start(Distribution.measured(), engine);
  }

  /** The same, and the first array that the engine makes. */
  @Benchmark
  public float platformAndEngine() {
    platform();
    try (var workspace = product.workspace(null)) {
      return workspace.memory().ones(new Shape(1)).getFloat(0);
    }
  }

  /** Closes what was started. */
  @TearDown(Level.Invocation)
  public void close() {
    product.close();
  }
}
