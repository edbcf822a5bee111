package dev.coffey.plugins.bss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coffey.nn.test.TestBench;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TargetClassTest {
  private static final int DRAWS = 1000;

  @Test
  void classesAreDrawnInProportionToTheTeachersProbabilities() {
    // beside class 1 with 0.6: 0.1, 0.2, 0.1
    var logits = logits(0.1, 0.6, 0.2, 0.1);

    var counts = counts(logits, 1);

    assertThat(counts[0]).isCloseTo(DRAWS / 4, within(1));
    assertThat(counts[1]).isZero();
    assertThat(counts[2]).isCloseTo(DRAWS / 2, within(1));
    assertThat(counts[3]).isCloseTo(DRAWS / 4, within(1));
  }

  @Test
  void theBaseClassIsNeverDrawnWhereverItStands() {
    var logits = logits(0.9, 0.04, 0.06);

    assertThat(IntStream.range(0, 3))
        .allSatisfy(base -> assertThat(counts(logits, base)[base]).isZero());
  }

  @Test
  void theBaseClassIsNotDrawnAtTheEndsOfTheRange() {
    var logits = new float[][] {{9, 0, 0}, {9, 0, 0}, {0, 0, 9}, {0, 0, 9}};

    assertThat(draw(logits, new int[] {0, 0, 2, 2}, 1e-30f, 1, 1e-30f, 1))
        .containsExactly(1, 2, 0, 1);
  }

  @Test
  void whereTheTeacherIsCertainTheRunnerUpIsTaken() {
    // the others' probabilities are 0 in float32
    var logits = new float[][] {{900, 100, 300}, {900, 100, 300}};

    assertThat(draw(logits, new int[] {0, 0}, 0.01f, 1)).containsExactly(2, 2);
  }

  @Test
  void ofTwoClassesItIsTheOther() {
    assertThat(draw(new float[][] {{3, -3}, {-3, 3}}, new int[] {0, 1}, 0.5f, 0.5f))
        .containsExactly(1, 0);
  }

  private static int[] counts(float[] logits, int base) {
    var rows = Collections.nCopies(DRAWS, logits).toArray(float[][]::new);
    var bases = new int[DRAWS];
    Arrays.fill(bases, base);
    var uniform = new float[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      uniform[i] = (i + 1f) / DRAWS;
    }
    var counts = new int[logits.length];
    for (int target : draw(rows, bases, uniform)) {
      counts[target]++;
    }
    return counts;
  }

  private static int[] draw(float[][] logits, int[] base, float... uniform) {
    try (var bench = TestBench.open(1)) {
      return bench.step(
          () -> {
            var manager = bench.run().scratch();
            return TargetClass.draw(
                    manager.create(logits), manager.create(base), manager.create(uniform))
                .toIntArray();
          });
    }
  }

  private static float[] logits(double... probabilities) {
    var logits = new float[probabilities.length];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) Math.log(probabilities[i]);
    }
    return logits;
  }
}
