package dev.coffey.plugins.classical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffey.nn.test.TestBench;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NegativesTest {
  private static final int[] LABELS = {0, 1, 0};

  @Test
  void aSampleKeepsItsRow() {
    var negatives = new Negatives(new SplittableRandom(1), 5, 2);

    assertThat(negatives.rows(new long[] {40, 7, 40})).containsExactly(0, 1, 0);
    assertThat(negatives.rows(new long[] {8, 7})).containsExactly(2, 1);
  }

  @Test
  void negativesAreOfOtherClassesAndDrawnOnceWhereThereAreEnough() {
    // rows 0 and 2 are of class 0, row 1 of class 1, rows 3 and 4 not known yet
    var counts = drawn(5, 2);

    assertThat(counts[0]).isZero();
    assertThat(counts[2]).isZero();
    assertThat(counts[1] + counts[3] + counts[4]).isEqualTo(2);
    assertThat(Math.max(counts[1], Math.max(counts[3], counts[4]))).isEqualTo(1);
    assertThat(counts[5 + 1]).isZero();
  }

  @Test
  void whereThereAreTooFewTheyAreDrawnAgain() {
    var counts = drawn(3, 4);

    assertThat(counts).startsWith(0, 4, 0);
    assertThat(counts[3] + counts[5]).isEqualTo(4);
  }

  private static float[] drawn(int samples, int number) {
    var negatives = new Negatives(new SplittableRandom(1), samples, number);
    int[] rows = negatives.rows(new long[] {5, 6, 7});
    negatives.learn(rows, LABELS);
    try (var bench = TestBench.open(1)) {
      return bench.step(
          () -> negatives.draw(rows, LABELS, bench.run().scratch()).negative().toFloatArray());
    }
  }
}
