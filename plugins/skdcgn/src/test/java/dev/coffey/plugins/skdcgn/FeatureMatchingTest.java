package dev.coffey.plugins.skdcgn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.nn.test.FiniteDifferences;
import dev.coffey.nn.test.TestBench;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeatureMatchingTest {
  private static final FeatureMatching MATCHING = new FeatureMatching(List.of(0.25, 1.0));

  private final TestBench bench = TestBench.open(1);

  @AfterEach
  void close() {
    bench.close();
  }

  private NDArray first(float... values) {
    return bench.run().scratch().create(values, new Shape(1, 2, 1, 2));
  }

  private NDArray second(float... values) {
    return bench.run().scratch().create(values, new Shape(1, 2, 1, 1));
  }

  @Test
  void weightsHalveTowardsTheImage() {
    assertThat(FeatureMatching.halving(5).weights())
        .containsExactly(1 / 32.0, 1 / 16.0, 1 / 8.0, 1 / 4.0, 1.0);
    assertThat(FeatureMatching.halving(4).weights())
        .containsExactly(1 / 16.0, 1 / 8.0, 1 / 4.0, 1.0);
  }

  @Test
  void theDistanceIsAWeightedSumOfMeans() {
    bench.stepping(
        () -> {
          var teacher = List.of(first(0, 0, 0, 0), second(1, 2));
          var student = List.of(first(1, -2, 3, 0), second(0, 4));
          // 0.25 · 6/4 + 3/2
          assertThat(MATCHING.distance(student, teacher).getFloat())
              .isCloseTo(1.875f, within(1e-6f));
        });
  }

  @Test
  void theDivergenceComparesChannelsAndIsAMeanOverPixels() {
    bench.stepping(
        () -> {
          var teacher = List.of(first(2, 0, 0, 2), second(0, 0));
          var student = List.of(first(0, 2, 0, 2), second(4, 0));
          // channels of the pixels: teacher (2, 0) and (0, 2), student (0, 0) and (2, 2)
          double pixel = divergence(2 / 2.0, 0, 0, 0) + divergence(0, 2 / 2.0, 1, 1);
          double expected = pixel / 2 + divergence(0, 0, 4 / 2.0, 0);
          assertThat(MATCHING.divergence(student, teacher, 2).getFloat())
              .isCloseTo((float) expected, within(1e-5f));
          assertThat(MATCHING.divergence(teacher, student, 2).getFloat())
              .isNotCloseTo((float) expected, within(1e-3f));
        });
  }

  /** KL of the distributions with the logits (p, q) and (a, b). */
  private static double divergence(double p, double q, double a, double b) {
    double expected = 1 / (1 + Math.exp(q - p));
    double given = 1 / (1 + Math.exp(b - a));
    return expected * Math.log(expected / given)
        + (1 - expected) * Math.log((1 - expected) / (1 - given));
  }

  @Test
  void gradientsEqualFiniteDifferences() {
    bench.stepping(
        () -> {
          var run = bench.run();
          var teacher = List.of(first(2, 0.5f, 0.3f, 2), second(0.7f, 0));
          var deep = second(4, 0.2f);
          NDArray shallow = first(0.4f, 2, 0, 1);
          FiniteDifferences.check(
              run, shallow, 1e-3, x -> MATCHING.distance(List.of(x, deep), teacher));
          FiniteDifferences.check(
              run, shallow, 1e-3, x -> MATCHING.divergence(List.of(x, deep), teacher, 2));
        });
  }
}
