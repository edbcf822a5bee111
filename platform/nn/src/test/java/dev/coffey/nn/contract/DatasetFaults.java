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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

final class DatasetFaults {
  private static final DataSpec SPEC = DataSpec.of(new Shape(1, 1, 1), 2);

  private DatasetFaults() {}

  /** {@code train}, {@code train:NUMBER} and {@code test}. */
  private static ByteImages images(Run run, String split) {
    return switch (split) {
      case "train" -> images(run, SPEC, 0, 90);
      case "test" -> images(run, SPEC, 90, 80);
      default -> {
        if (!split.startsWith("train:")) {
          throw new IllegalArgumentException("there is no split " + split);
        }
        int count = Integer.parseInt(split.substring("train:".length()));
        yield images(run, "train").balanced(count, run.random());
      }
    };
  }

  /** Images of one pixel, which says what their number is, in two classes. */
  private static ByteImages images(Run run, DataSpec spec, int from, int count) {
    var pixels = new byte[count];
    for (int i = 0; i < count; i++) {
      pixels[i] = (byte) (from + i);
    }
    return new ByteImages(
        run,
        spec,
        pixels,
        IntStream.range(0, count).map(i -> i % 2).toArray(),
        LongStream.range(0, count).toArray());
  }

  abstract static class Case extends DatasetContract {
    @Override
    protected Map<String, Long> sizes() {
      return Map.of("train", 90L, "test", 80L);
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
  static class KeepsItsSources extends Case {
    @Override
    protected Dataset dataset() {
      var sources = new ConcurrentHashMap<String, Source>();
      return (run, split) -> sources.computeIfAbsent(split, name -> images(run, name));
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

    Tensors changed(Tensors batch) {
      return batch;
    }

    @Override
    public Iterator<Tensors> batches(int size, RandomGenerator order) {
      var batches = source.batches(size, order);
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return batches.hasNext();
        }

        @Override
        public Tensors next() {
          return changed(batches.next());
        }
      };
    }

    @Override
    public Tensors rows(long... index) {
      return changed(source.rows(index));
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
    "aDigestNamesTheContent",
    "aSubsetHasTheClassesInEqualNumbersAndDependsOnTheSeed"
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

  @Finds("itsSplitsHaveTheSizesTheyShould")
  static class IsSmallerThanItsTestSays extends Sound {
    @Override
    protected Map<String, Long> sizes() {
      return Map.of("train", 91L, "test", 80L);
    }
  }

  @Finds("allSplitsLookTheSameToANetwork")
  static class NormalisesItsTestSplit extends Case {
    @Override
    protected Dataset dataset() {
      var other = new DataSpec(SPEC.input(), 2, List.of(0.5f), List.of(1f));
      return (run, split) -> split.equals("test") ? images(run, other, 90, 80) : images(run, split);
    }
  }

  @Finds("anUnknownSplitIsRefusedByName")
  static class TakesAnySplitForTest extends Case {
    @Override
    protected Dataset dataset() {
      return (run, split) -> images(run, split.startsWith("train") ? split : "test");
    }
  }

  @Finds("batchesHoldImagesLabelsAndIndex")
  static class HasPixelsAboveOne extends Case {
    @Override
    protected Dataset dataset() {
      return (run, split) ->
          new Wrapped(images(run, split)) {
            @Override
            Tensors changed(Tensors batch) {
              return batch.with("x", batch.get("x").mul(9));
            }
          };
    }
  }

  @Finds("batchesCoverEverySampleOnceAndOnlyTheLastIsSmaller")
  static class GivesSmallerBatches extends Case {
    @Override
    protected Dataset dataset() {
      return (run, split) ->
          new Wrapped(images(run, split)) {
            @Override
            public Iterator<Tensors> batches(int size, RandomGenerator order) {
              return super.batches((size + 1) / 2, order);
            }
          };
    }
  }

  @Finds("rowsAreFoundAgainByTheirIndex")
  static class FindsOtherRows extends Case {
    @Override
    protected Dataset dataset() {
      return (run, split) ->
          new Wrapped(images(run, split)) {
            @Override
            public Tensors rows(long... index) {
              return super.rows(LongStream.of(index).map(i -> (i + 1) % size()).toArray());
            }
          };
    }
  }

  @Finds("aSubsetHasTheClassesInEqualNumbersAndDependsOnTheSeed")
  static class TakesTheFirstForASubset extends Case {
    @Override
    protected Dataset dataset() {
      return (run, split) ->
          split.startsWith("train:")
              ? images(run, SPEC, 0, Math.toIntExact(images(run, split).size()))
              : images(run, split);
    }
  }

  @Finds("aSubsetLargerThanTheSplitIsRefused")
  static class CutsLargeSubsets extends Case {
    @Override
    protected Dataset dataset() {
      return (run, split) -> images(run, split.matches("train:\\d{3,}") ? "train" : split);
    }
  }
}
