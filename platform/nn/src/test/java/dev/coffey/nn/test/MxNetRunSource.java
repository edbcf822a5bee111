package dev.coffey.nn.test;

import dev.coffey.api.DataSpec;
import dev.coffey.api.Run;
import dev.coffey.api.contract.RunSource;
import java.util.function.Supplier;

/** Gives the contract tests runs on MXNet. */
public final class MxNetRunSource implements RunSource {
  @Override
  public Session open(long seed, DataSpec data, Record options) {
    TestBench bench = TestBench.mxnet(seed, data);
    return new BenchSession(bench, bench.run(options));
  }

  private record BenchSession(TestBench bench, Run run) implements Session {
    @Override
    public <T> T step(Supplier<T> body) {
      return bench.step(body);
    }

    @Override
    public int liveArrays() {
      return bench.liveArrays();
    }

    @Override
    public void close() {
      bench.close();
    }
  }
}
