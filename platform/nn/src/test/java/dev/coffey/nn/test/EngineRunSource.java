package dev.coffey.nn.test;

import dev.coffey.api.DataSpec;
import dev.coffey.api.Run;
import dev.coffey.api.contract.RunSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/** Gives the contract tests runs on the engine under test. */
public final class EngineRunSource implements RunSource {
  @Override
  public Session open(long seed, DataSpec data, Record options) {
    TestBench bench = TestBench.open(seed, data);
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
    public byte[] checkpoint() {
      var workspace = bench.workspace();
      var progress = workspace.progress();
      workspace.advance(progress.epoch() + 1, progress.step());
      var out = new ByteArrayOutputStream();
      try {
        workspace.save(out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return out.toByteArray();
    }

    @Override
    public void resume(byte[] checkpoint) {
      try {
        bench.workspace().load(new ByteArrayInputStream(checkpoint));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      bench.close();
    }
  }
}
