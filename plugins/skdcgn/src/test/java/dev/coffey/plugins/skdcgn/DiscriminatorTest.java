package dev.coffey.plugins.skdcgn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Mode;
import dev.coffey.api.Run;
import dev.coffey.nn.test.FiniteDifferences;
import dev.coffey.nn.test.TestBench;
import org.junit.jupiter.api.Test;

class DiscriminatorTest {
  private static final Shape IMAGE = new Shape(1, 8, 8);

  private static NDArray images(Run run, int count) {
    float[] values = TestBench.normal(64 * count, 2);
    return run.scratch().create(values, new Shape(count).addAll(IMAGE));
  }

  private static NDArray labels(Run run, int count) {
    return Small.batch(run, count, 1).get("y").oneHot(Small.CLASSES);
  }

  @Test
  void itHasThePublishedNumberOfParameters() {
    try (var bench = TestBench.open(1, DataSpec.of(new Shape(1128), 1000))) {
      var critic =
          Critic.build(bench.run(), "d", new Shape(3, 256, 256), new DiscriminatorOptions(32, 5));

      assertThat(critic.network().parameters()).isEqualTo(3_300_321);
    }
  }

  @Test
  void itsFeaturesHalveAndDoubleAndItsScoreIsOneNumber() {
    try (var bench = TestBench.open(1, Small.DATA)) {
      var run = bench.run();
      var critic = Critic.build(run, "d", IMAGE, Small.DISCRIMINATOR);
      bench.stepping(
          () -> {
            var opinion = critic.opinion(images(run, 2), labels(run, 2), Mode.INFER);
            assertThat(opinion.score().getShape()).isEqualTo(new Shape(2, 1));
            assertThat(opinion.features())
                .extracting(NDArray::getShape)
                .containsExactly(new Shape(2, 4, 4, 4), new Shape(2, 8, 2, 2));
          });
    }
  }

  @Test
  void theClassCountsOnlyThroughTheProductWithTheSumOverPixels() {
    try (var bench = TestBench.open(1, Small.DATA)) {
      var run = bench.run();
      var critic = Critic.build(run, "d", IMAGE, Small.DISCRIMINATOR);
      bench.stepping(
          () -> {
            NDArray one = images(run, 1);
            NDArray none = run.scratch().zeros(new Shape(1, Small.CLASSES));
            float[] scores = new float[Small.CLASSES];
            for (int label = 0; label < scores.length; label++) {
              NDArray y = run.scratch().create(new int[] {label}).oneHot(Small.CLASSES);
              scores[label] = critic.opinion(one, y, Mode.INFER).score().getFloat();
            }
            NDArray all = run.scratch().ones(new Shape(1, Small.CLASSES));
            float bare = critic.opinion(one, none, Mode.INFER).score().getFloat();
            float sum = critic.opinion(one, all, Mode.INFER).score().getFloat();
            assertThat(scores[0]).isNotEqualTo(scores[1]).isNotEqualTo(bare);
            assertThat(sum - bare)
                .isCloseTo(scores[0] + scores[1] + scores[2] - 3 * bare, within(1e-4f));
          });
    }
  }

  @Test
  void gradientsReachTheImage() {
    try (var bench = TestBench.open(1, Small.DATA)) {
      var run = bench.run();
      var critic = Critic.build(run, "d", IMAGE, Small.DISCRIMINATOR);
      bench.stepping(
          () -> {
            NDArray labels = labels(run, 1);
            FiniteDifferences.check(
                run,
                images(run, 1),
                5e-2,
                x -> {
                  var opinion = critic.opinion(x, labels, Mode.INFER);
                  return opinion.score().sum().add(opinion.features().get(0).square().sum());
                });
          });
    }
  }

  @Test
  void imagesThatCantBeHalvedSoOftenAreRefused() {
    try (var bench = TestBench.open(1, Small.DATA)) {
      assertThatThrownBy(
              () -> Critic.build(bench.run(), "d", IMAGE, new DiscriminatorOptions(4, 4)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("divisible by 16")
          .hasMessageContaining("(1, 8, 8)");
    }
  }
}
