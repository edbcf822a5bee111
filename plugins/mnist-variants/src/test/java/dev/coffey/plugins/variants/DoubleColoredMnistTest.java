package dev.coffey.plugins.variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.coffey.api.Dataset.Source;
import dev.coffey.api.Tensors;
import dev.coffey.nn.test.EnginelessRun;
import dev.coffey.nn.test.TestBench;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DoubleColoredMnistTest {
  /** Class 0 is yellow on dark green; a colour is off by the jitter, at most five deviations. */
  @Test
  void theDigitHasOneColourAndTheBackgroundAnother() {
    try (var bench = TestBench.open(1)) {
      var options = Chosen.strokes(Cues.BIASED, Cues.BIASED, 1234);
      var splits =
          new VariantSplits("test", new OneDigit(0, 26), options, DoubleColoredMnist::draw);

      bench.stepping(
          () -> {
            var x = splits.open(bench.run(), "test").rows(0).get("x");
            float[] digit = x.get("0,:,0,0").toFloatArray();
            float[] first = x.get("0,:,0,1").toFloatArray();
            assertThat(digit).containsExactly(new float[] {1, 1, 0}, within(0.05f));
            assertThat(first).containsExactly(new float[] {0, 100 / 255f, 0}, within(0.05f));
            assertThat(x.get("0,:,31,31").toFloatArray()).containsExactly(first);
            float[] sums = x.sum(new int[] {2, 3}).toFloatArray();
            for (int channel = 0; channel < 3; channel++) {
              assertThat(sums[channel])
                  .isCloseTo(digit[channel] + 1023 * first[channel], within(0.02f));
            }
          });
    }
  }

  @Test
  void greyValuesUpToATenthAreBackground() {
    try (var bench = TestBench.open(1)) {
      var options = Chosen.strokes(Cues.BIASED, Cues.BIASED, 1234);
      var splits =
          new VariantSplits("test", new OneDigit(0, 25), options, DoubleColoredMnist::draw);

      bench.stepping(
          () -> {
            var x = splits.open(bench.run(), "test").rows(0).get("x");
            assertThat(x.get("0,:,0,0").toFloatArray())
                .containsExactly(x.get("0,:,0,1").toFloatArray());
          });
    }
  }

  @Test
  void theJitterIsAHundredthAndLeavesTheRangeOfColours() {
    batch(
        Chosen.strokes(Cues.BIASED, Cues.BIASED, 1234),
        batch -> {
          // the corner is background; red of class 4, yellow, is 1 before the jitter
          float[] red = batch.get("x").get(":,0,0,0").toFloatArray();
          int[] classes = batch.get("background").toIntArray();
          double squares = 0;
          int count = 0;
          float most = 0;
          for (int i = 0; i < red.length; i++) {
            if (classes[i] == 4) {
              squares += (red[i] - 1) * (red[i] - 1);
              most = Math.max(most, red[i]);
              count++;
            }
          }
          assertThat(Math.sqrt(squares / count)).isCloseTo(0.01, within(0.003));
          assertThat(most).isGreaterThan(1);
        });
  }

  @Test
  void aboutATenthCannotBeSeenAndTheseHaveOneColour() {
    batch(
        Chosen.strokes(Cues.BIASED, Cues.SHIFTED, 1234),
        batch -> {
          float[] visible = batch.get("visible").toFloatArray();
          var x = batch.get("x");
          var contrast =
              x.max(new int[] {2})
                  .max(new int[] {2})
                  .sub(x.min(new int[] {2}).min(new int[] {2}))
                  .max(new int[] {1})
                  .toFloatArray();
          int hidden = 0;
          for (int i = 0; i < visible.length; i++) {
            assertThat(contrast[i] < 0.1).isEqualTo(visible[i] == 0);
            hidden += visible[i] == 0 ? 1 : 0;
          }
          // of 1,000 images; five deviations of a binomial count
          assertThat(hidden).isBetween(100 - 48, 100 + 48);
        });
  }

  @Test
  void biasedImagesCanAllBeSeen() {
    batch(
        Chosen.strokes(Cues.BIASED, Cues.BIASED, 1234),
        batch -> {
          assertThat(batch.get("visible").min().getFloat()).isEqualTo(1);
          assertThat(batch.get("foreground").toIntArray()).isEqualTo(batch.get("y").toIntArray());
          assertThat(batch.get("background").toIntArray()).isEqualTo(batch.get("y").toIntArray());
        });
  }

  @Test
  void theSeedAndTheCuesDecideTheContent() {
    var digest = open(Chosen.strokes(Cues.BIASED, Cues.SHIFTED, 1), "test").digest();

    assertThat(open(Chosen.strokes(Cues.SHIFTED, Cues.SHIFTED, 1), "test").digest())
        .isEqualTo(digest);
    assertThat(open(Chosen.strokes(Cues.BIASED, Cues.SHIFTED, 2), "test").digest())
        .isNotEqualTo(digest);
    assertThat(open(Chosen.strokes(Cues.BIASED, Cues.BIASED, 1), "test").digest())
        .isNotEqualTo(digest);
  }

  @Test
  void anImageIsTheSameInASubset() {
    try (var bench = TestBench.open(1)) {
      var run = bench.run(Chosen.strokes(Cues.SHIFTED, Cues.SHIFTED, 1));
      var whole = new DoubleColoredMnist().open(run, "train");
      var few = new DoubleColoredMnist().open(run, "train:20");

      bench.stepping(
          () -> {
            var batch = few.batches(20, null).next();
            var same = whole.rows(batch.get("index").toLongArray());
            for (var name : batch.names()) {
              assertThat(same.get(name).contentEquals(batch.get(name))).as(name).isTrue();
            }
          });
    }
  }

  @Test
  void withoutTheDataBundleTheUserIsToldWhatToDo() {
    var options =
        new VariantOptions(Cues.BIASED, Cues.SHIFTED, DigitKind.MNIST, Optional.empty(), 1);

    assertThatThrownBy(() -> open(options, "train"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("install it, or set the option folder")
        .hasMessageContaining("digits: strokes");
  }

  private static Source open(VariantOptions options, String split) {
    return new DoubleColoredMnist().open(EnginelessRun.with(options), split);
  }

  /** The whole test split. */
  private static void batch(VariantOptions options, Consumer<Tensors> check) {
    try (var bench = TestBench.open(1)) {
      var source = new DoubleColoredMnist().open(bench.run(options), "test");
      bench.stepping(() -> check.accept(source.batches(1000, null).next()));
    }
  }
}
