package dev.coffey.plugins.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Classifier;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Dataset.Source;
import dev.coffey.api.Run;
import dev.coffey.api.contract.ClassifierContract;
import dev.coffey.nn.data.ByteImages;
import dev.coffey.nn.test.TestBench;
import java.util.ArrayList;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class InvariantClassifierTest extends ClassifierContract {
  private static final int SAMPLES = 16;
  private static final int EDGE = 25;
  private static final DataSpec DATA = DataSpec.of(new Shape(1, EDGE, EDGE), 2);

  @Override
  protected Classifier classifier() {
    return new InvariantClassifier();
  }

  @Override
  protected InvariantOptions options() {
    return new InvariantOptions(new MnistCnnOptions(2, true), 12, 6);
  }

  @Override
  protected DataSpec data() {
    return DATA;
  }

  @Override
  protected boolean drawsRandomNumbers() {
    return true;
  }

  /** Bars, of random brightness on darker noise: lying ones are of class 0, standing ones of 1. */
  @Override
  protected Source train(Run run) {
    var random = new SplittableRandom(1);
    var pixels = new byte[SAMPLES * EDGE * EDGE];
    for (int i = 0; i < pixels.length; i++) {
      int sample = i / (EDGE * EDGE);
      int place = sample % 2 == 0 ? i / EDGE % EDGE : i % EDGE;
      boolean bar = Math.abs(place - 8 - sample / 2) < 3;
      pixels[i] = (byte) (bar ? 90 + 3 * sample : random.nextInt(50));
    }
    int[] labels = IntStream.range(0, SAMPLES).map(sample -> sample % 2).toArray();
    return new ByteImages(run, DATA, pixels, labels, LongStream.range(0, SAMPLES).toArray());
  }

  @Test
  void theLossOfEveryEpochIsReported() {
    try (var bench = TestBench.open(1, DATA)) {
      var run = bench.run(options());
      var judge = classifier().open(run);
      bench.stepping(() -> judge.fit(train(run), batch -> batch));

      var losses = bench.reports().stream().map(TestBench.Report::value).toList();
      assertThat(losses).hasSize(12);
      assertThat(losses.get(11)).isLessThan(losses.get(0));
      assertThat(bench.reports().get(0).series()).isEqualTo("train/classifier-loss");
    }
  }

  @Test
  void batchesAreGoneAfterwardsThoughTheStepGoesOn() {
    try (var bench = TestBench.open(1, DATA)) {
      var run = bench.run(options());
      var judge = classifier().open(run);
      bench.stepping(
          () -> {
            var seen = new ArrayList<NDArray>();
            judge.fit(
                train(run),
                batch -> {
                  assertThat(seen).allMatch(NDArray::isReleased);
                  batch.names().forEach(name -> seen.add(batch.get(name)));
                  return batch;
                });
            assertThat(seen).hasSize(12 * 3 * 3);
          });
    }
  }
}
