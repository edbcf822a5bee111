package dev.coffey.plugins.variants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FactorsTest {
  private static final int COUNT = 20_000;

  private final int[] labels = IntStream.range(0, COUNT).map(row -> row % 10).toArray();

  @Test
  void biasedOnesAreTheLabels() {
    var factors = Factors.of(labels, Cues.BIASED, new SplittableRandom(1));

    assertThat(factors.foreground()).isEqualTo(labels);
    assertThat(factors.background()).isEqualTo(labels);
  }

  @Test
  void shiftedOnesAreUniformForEachLabelAndIndependentOfEachOther() {
    var factors = Factors.of(labels, Cues.SHIFTED, new SplittableRandom(1));

    assertUniform(labels, factors.foreground());
    assertUniform(labels, factors.background());
    assertUniform(factors.foreground(), factors.background());
  }

  /** Each of the hundred pairs is as frequent as it should be, within five deviations. */
  private static void assertUniform(int[] one, int[] other) {
    int[] counts = new int[100];
    for (int row = 0; row < COUNT; row++) {
      counts[10 * one[row] + other[row]]++;
    }
    assertThat(IntStream.of(counts))
        .allMatch(count -> Math.abs(count - COUNT / 100) < 5 * Math.sqrt(COUNT / 100.0));
  }
}
