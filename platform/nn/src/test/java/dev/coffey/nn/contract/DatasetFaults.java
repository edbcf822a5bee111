package dev.coffey.nn.contract;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Dataset;
import dev.coffey.api.Dataset.Source;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.DatasetContract;
import dev.coffey.nn.data.ByteImages;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

final class DatasetFaults {
  private static final int SIZE = 80;

  private DatasetFaults() {}

  /** {@code test}: images of one pixel in two classes. */
  private static ByteImages images(Run run, String split) {
    if (!split.equals("test")) {
      throw new IllegalArgumentException("there is no split " + split);
    }
    var pixels = new byte[SIZE];
    for (int i = 0; i < SIZE; i++) {
      pixels[i] = (byte) i;
    }
    return new ByteImages(
        run,
        DataSpec.of(new Shape(1, 1, 1), 2),
        pixels,
        IntStream.range(0, SIZE).map(i -> i % 2).toArray(),
        LongStream.range(0, SIZE).toArray());
  }

  abstract static class Case extends DatasetContract {
    @Override
    protected Map<String, Long> sizes() {
      return Map.of("test", (long) SIZE);
    }
  }

  @Finds({})
  static class Sound extends Case {
    @Override
    protected Dataset dataset() {
      return DatasetFaults::images;
    }
  }

  @Finds({"runsInOtherThreadsDoNotDisturbIt", "aClosedRunLeavesNothingToTheNext"})
  static class KeepsTheFirstSource extends Case {
    @Override
    protected Dataset dataset() {
      var first = new AtomicReference<Source>();
      return (run, split) -> {
        first.compareAndSet(null, images(run, split));
        return first.get();
      };
    }
  }

  /** The source of the sound one, to be changed. */
  private static class Wrapped implements Source {
    private final Source source;

    Wrapped(Source source) {
      this.source = source;
    }

    @Override
    public DataSpec spec() {
      return source.spec();
    }

    @Override
    public String digest() {
      return source.digest();
    }

    @Override
    public long size() {
      return source.size();
    }

    @Override
    public Iterator<Tensors> batches(int size, RandomGenerator order) {
      return source.batches(size, order);
    }

    @Override
    public Tensors rows(long... index) {
      return source.rows(index);
    }
  }

  @Finds("theGeneratorDecidesTheOrder")
  static class NeverShuffles extends Case {
    @Override
    protected Dataset dataset() {
      return (run, split) ->
          new Wrapped(images(run, split)) {
            @Override
            public Iterator<Tensors> batches(int size, RandomGenerator order) {
              return super.batches(size, null);
            }
          };
    }
  }

  /** What isn't the same twice cannot be what it was alone or before either. */
  @Finds({
    "theSeedDecidesWhatItGives",
    "runsInOtherThreadsDoNotDisturbIt",
    "aClosedRunLeavesNothingToTheNext",
    "aDigestNamesTheContent"
  })
  static class NamesEverySourceAnew extends Case {
    private static final AtomicLong NAMES = new AtomicLong();

    @Override
    protected Dataset dataset() {
      return (run, split) ->
          new Wrapped(images(run, split)) {
            @Override
            public String digest() {
              return "%064x".formatted(NAMES.incrementAndGet());
            }
          };
    }
  }
}
