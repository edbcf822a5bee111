package dev.coffey.api.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Dataset;
import dev.coffey.api.Dataset.Source;
import dev.coffey.api.Tensors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What every {@link Dataset} of labelled images keeps. */
public abstract class DatasetContract extends FactoryContract<Dataset, Source> {
  private static final int BATCH = 64;

  /** The dataset under test. */
  protected abstract Dataset dataset();

  /** Split → number of samples; at least one split, each of at least ten samples. */
  protected abstract Map<String, Long> sizes();

  /** Name of what networks read: images, unless it says otherwise. */
  protected String input() {
    return "x";
  }

  /** How far values may lie outside [0, 1]: 0, unless it says otherwise. */
  protected double margin() {
    return 0;
  }

  @Override
  final Dataset service() {
    return dataset();
  }

  /** A subset, since the run's random numbers draw it, or a whole split where none is of train. */
  @Override
  final Source opened(Dataset service, RunSource.Session session) {
    return service.open(session.run(), sizes().containsKey("train") ? "train:10" : smallest());
  }

  @Override
  final List<String> step(Source source, RunSource.Session session) {
    return session.step(
        () -> {
          var batch = source.batches(BATCH, new SplittableRandom(3)).next();
          return List.of(
              source.spec().toString(), source.digest(), Examples.fingerprints(batch).toString());
        });
  }

  @Test
  void itsSplitsHaveTheSizesTheyShould() {
    try (var session = open(SEED)) {
      sizes()
          .forEach(
              (split, size) ->
                  assertThat(dataset().open(session.run(), split).size())
                      .as(split)
                      .isEqualTo(size));
    }
  }

  @Test
  void allSplitsLookTheSameToANetwork() {
    try (var session = open(SEED)) {
      var specs =
          sizes().keySet().stream()
              .map(split -> dataset().open(session.run(), split).spec())
              .distinct();

      assertThat(specs).hasSize(1);
    }
  }

  @Test
  void aDigestNamesTheContent() {
    var digests = sizes().keySet().stream().map(split -> digest(SEED, split)).toList();

    assertThat(digests).allMatch(digest -> digest.matches("[0-9a-f]{64}")).doesNotHaveDuplicates();
    assertThat(sizes().keySet().stream().map(split -> digest(OTHER_SEED, split)))
        .containsExactlyElementsOf(digests);
  }

  @Test
  void anUnknownSplitIsRefusedByName() {
    try (var session = open(SEED)) {
      assertThatThrownBy(() -> dataset().open(session.run(), "no-such-split"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("no-such-split");
    }
  }

  @Test
  void batchesHoldImagesLabelsAndIndex() {
    inSmallestSplit(
        (session, source) -> {
          var input = source.spec().input();
          eachBatch(
              session,
              source,
              null,
              batch -> {
                var rows = batch.get("index").getShape().get(0);
                assertThat(batch.get("index").getDataType()).isEqualTo(DataType.INT64);
                assertThat(batch.get(input()).getShape()).isEqualTo(new Shape(rows).addAll(input));
                assertThat(batch.get(input()).getDataType()).isEqualTo(DataType.FLOAT32);
                assertThat(batch.get(input()).min().getFloat())
                    .isGreaterThanOrEqualTo((float) -margin());
                assertThat(batch.get(input()).max().getFloat())
                    .isLessThanOrEqualTo((float) (1 + margin()));
                assertThat(batch.get("y").getShape()).isEqualTo(new Shape(rows));
                assertThat(batch.get("y").getDataType()).isEqualTo(DataType.INT32);
                assertThat(IntStream.of(batch.get("y").toIntArray()))
                    .allMatch(label -> label >= 0 && label < source.spec().classes());
              });
        });
  }

  @Test
  void batchesCoverEverySampleOnceAndOnlyTheLastIsSmaller() {
    inSmallestSplit(
        (session, source) -> {
          var sizes = new ArrayList<Long>();
          eachBatch(
              session, source, null, batch -> sizes.add(batch.get(input()).getShape().get(0)));

          assertThat(order(session, source, null))
              .hasSize(Math.toIntExact(source.size()))
              .doesNotHaveDuplicates();
          assertThat(sizes.subList(0, sizes.size() - 1)).allMatch(size -> size == BATCH);
          assertThat(sizes.get(sizes.size() - 1)).isBetween(1L, (long) BATCH);
        });
  }

  @Test
  void theGeneratorDecidesTheOrder() {
    inSmallestSplit(
        (session, source) -> {
          var plain = order(session, source, null);
          var shuffled = order(session, source, new SplittableRandom(1));

          assertThat(order(session, source, null)).isEqualTo(plain);
          assertThat(order(session, source, new SplittableRandom(1))).isEqualTo(shuffled);
          assertThat(shuffled).isNotEqualTo(plain).containsExactlyInAnyOrderElementsOf(plain);
          assertThat(order(session, source, new SplittableRandom(2))).isNotEqualTo(shuffled);
        });
  }

  @Test
  void rowsAreFoundAgainByTheirIndex() {
    inSmallestSplit(
        (session, source) ->
            session.step(
                () -> {
                  var batch = source.batches(7, new SplittableRandom(3)).next();
                  var again = source.rows(batch.get("index").toLongArray());

                  assertThat(again.get("index").toLongArray())
                      .isEqualTo(batch.get("index").toLongArray());
                  assertThat(again.get(input()).toFloatArray())
                      .isEqualTo(batch.get(input()).toFloatArray());
                  assertThat(again.get("y").toIntArray()).isEqualTo(batch.get("y").toIntArray());
                  return true;
                }));
  }

  @Test
  void aSubsetHasTheClassesInEqualNumbersAndDependsOnTheSeed() {
    Assumptions.assumeTrue(sizes().containsKey("train"));
    try (var session = open(SEED)) {
      var classes = dataset().open(session.run(), "train").spec().classes();
      var split = "train:" + 2 * classes;
      var source = dataset().open(session.run(), split);

      assertThat(source.size()).isEqualTo(2L * classes);
      assertThat(counts(session, source)).hasSize(classes).containsOnly(2);
      assertThat(digest(SEED, split)).isEqualTo(digest(SEED, split));
      if (sizes().get("train") > 2L * classes) {
        assertThat(digest(OTHER_SEED, split)).isNotEqualTo(digest(SEED, split));
      }
    }
  }

  @Test
  void aSubsetLargerThanTheSplitIsRefused() {
    Assumptions.assumeTrue(sizes().containsKey("train"));
    try (var session = open(SEED)) {
      var tooMany = "train:" + (sizes().get("train") + 1000);

      assertThatThrownBy(() -> dataset().open(session.run(), tooMany))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private String digest(long seed, String split) {
    try (var session = open(seed)) {
      return dataset().open(session.run(), split).digest();
    }
  }

  private interface Check {
    void check(RunSource.Session session, Source source);
  }

  private void inSmallestSplit(Check check) {
    try (var session = open(SEED)) {
      check.check(session, dataset().open(session.run(), smallest()));
    }
  }

  private String smallest() {
    return sizes().keySet().stream().min(Comparator.comparing(sizes()::get)).orElseThrow();
  }

  private static void eachBatch(
      RunSource.Session session, Source source, RandomGenerator order, Consumer<Tensors> action) {
    var batches = source.batches(BATCH, order);
    while (batches.hasNext()) {
      session.step(
          () -> {
            action.accept(batches.next());
            return true;
          });
    }
  }

  private static List<Long> order(
      RunSource.Session session, Source source, RandomGenerator generator) {
    var order = new ArrayList<Long>();
    eachBatch(
        session,
        source,
        generator,
        batch -> LongStream.of(batch.get("index").toLongArray()).forEach(order::add));
    return order;
  }

  private static int[] counts(RunSource.Session session, Source source) {
    var counts = new int[source.spec().classes()];
    eachBatch(
        session,
        source,
        null,
        batch -> IntStream.of(batch.get("y").toIntArray()).forEach(label -> counts[label]++));
    return counts;
  }
}
