package dev.coffey.benchmarks.jmh;

import dev.coffey.benchmarks.swap.Swaps;
import java.io.IOException;
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

/** From a jar's arrival in the drop folder to the first lease of the version it brings. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 10)
@Measurement(iterations = 100)
public class SwapBenchmark {
  @Param("mxnet")
  private String engine;

  @Param({"false", "true"})
  private boolean training;

  private Swaps swaps;

  /** Starts a platform that has a first version. */
  @Setup
  public void start() throws IOException, InterruptedException {
    swaps = Swaps.start(engine, training);
  }

  /** Makes the next version. */
  @Setup(Level.Invocation)
  public void prepare() throws IOException {
    swaps.prepare();
  }

  /** Replaces one version by the next. */
  @Benchmark
  public void swap() throws IOException, InterruptedException {
    swaps.swap();
  }

  /** Stops everything. */
  @TearDown
  public void close() throws InterruptedException {
    swaps.close();
  }
}
