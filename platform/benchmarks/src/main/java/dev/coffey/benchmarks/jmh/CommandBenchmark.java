package dev.coffey.benchmarks.jmh;

import dev.coffey.benchmarks.product.Distribution;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** Whole processes, as a user waits for them. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 10)
public class CommandBenchmark {
  /** {@code coffey plugins list}. */
  @Benchmark
  public void pluginsList() throws IOException, InterruptedException {
    String launcher = Distribution.measured().launcher().toString();
    int code =
        new ProcessBuilder(launcher, "plugins", "list")
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.INHERIT)
            .start()
            .waitFor();
    if (code != 0) {
      throw new IllegalStateException("coffey plugins list ended with " + code);
    }
  }
}
