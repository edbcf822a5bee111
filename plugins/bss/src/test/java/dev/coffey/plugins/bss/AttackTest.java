package dev.coffey.plugins.bss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.nn.test.TestBench;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttackTest {
  private static final float[][] WEIGHTS = {{1, -0.5f, 0}, {0.3f, 0.8f, -1}, {0.2f, 0, 0.4f}};
  private static final DataSpec DATA = data(0.4f, 0.5f);

  @Test
  void oneStepTakesALinearTeachersGapDownByItsLengthTimesTheSlope() {
    var x = new float[][] {{0.7f, 0.3f, 0.5f}};

    var moved = walk(DATA, options(1, 0.3, 0.01), WEIGHTS, x, 0, 1);

    // G is linear in x, and its slope in normalised units is std times w_0 − w_1
    var slope = 0.5 * Math.sqrt(1.5 * 1.5 + 0.5 * 0.5 + 0.2 * 0.2);
    var before = gap(x[0], 0, 1);
    assertThat(gap(moved[0], 0, 1)).isCloseTo(before - 0.3 * (before + 0.01) * slope, within(1e-6));
  }

  @Test
  void aStepHasTheSameLengthInNormalisedUnitsWhateverTheDeviation() {
    var x = new float[][] {{0.7f, 0.3f, 0.5f}};

    var moved = walk(data(0.4f, 0.1f), options(1, 0.3, 0), WEIGHTS, x, 0, 1)[0];

    var squares = 0.0;
    for (int i = 0; i < moved.length; i++) {
      squares += Math.pow((moved[i] - x[0][i]) / 0.1, 2);
    }
    assertThat(Math.sqrt(squares)).isCloseTo(0.3 * gap(x[0], 0, 1), within(1e-5));
  }

  @Test
  void aSampleThatHasLeftStaysWhereItIs() {
    var near = new float[] {0.31f, 0.3f, 0.3f};
    var far = new float[] {0.9f, 0.1f, 0.4f};
    var options = options(10, 0.3, 0.05);

    var together = walk(DATA, options, WEIGHTS, new float[][] {near, far}, 0, 1);

    assertThat(together[0])
        .containsExactly(walk(DATA, options, WEIGHTS, new float[][] {near}, 0, 1)[0], offset(1e-6f))
        .isNotEqualTo(near);
    assertThat(together[1])
        .containsExactly(walk(DATA, options, WEIGHTS, new float[][] {far}, 0, 1)[0], offset(1e-6f));
    // one step past the boundary, not ten
    assertThat(gap(together[0], 0, 1)).isBetween(-0.03, 0.0);
  }

  @Test
  void enoughStepsCrossTheBoundary() {
    var moved =
        walk(DATA, options(200, 0.3, 1e-3), WEIGHTS, new float[][] {{0.7f, 0.3f, 0.5f}}, 0, 1);

    assertThat(gap(moved[0], 0, 1)).isBetween(-1e-3, 0.0);
  }

  @Test
  void withoutAGradientNothingMoves() {
    var x = new float[][] {{0.7f, 0.3f, 0.5f}};

    var moved = walk(DATA, options(3, 0.3, 0.1), new float[3][3], x, 0, 1);

    assertThat(moved[0]).containsExactly(x[0]);
  }

  @Test
  void pixelsStayBetweenZeroAndOne() {
    var moved = walk(DATA, options(1, 100, 1), WEIGHTS, new float[][] {{0.7f, 0.3f, 0.5f}}, 0, 1);

    assertThat(moved[0]).containsExactly(0, 1, 0);
  }

  @Test
  void pixelsStayInTheRangeOfTheirChannel() {
    var data = new DataSpec(new Shape(2, 1, 2), 2, List.of(0.5f, 0.4f), List.of(0.1f, 0.2f));
    var weights = new float[][] {{1, -1}, {-1, 1}, {1, -1}, {-1, 1}};

    var moved =
        walk(
            data,
            new AttackOptions(1, 100, 1, Optional.of(2.5)),
            weights,
            new float[][] {{0.5f, 0.4f, 0.5f, 0.4f}},
            0,
            1);

    // 0.5 ± 2.5 · 0.1 in the first channel, 0.4 ± 2.5 · 0.2 in the second
    assertThat(moved[0]).containsExactly(new float[] {0.25f, 0.75f, -0.1f, 0.9f}, offset(1e-6f));
  }

  @Test
  void dataWithoutNormalisationHasUnitsOfOne() {
    var x = new float[][] {{0.7f, 0.3f, 0.5f}};
    var moved = walk(DataSpec.of(new Shape(3), 3), options(1, 0.3, 0), WEIGHTS, x, 0, 1);

    var slope = Math.sqrt(1.5 * 1.5 + 0.5 * 0.5 + 0.2 * 0.2);
    assertThat(gap(moved[0], 0, 1)).isCloseTo(gap(x[0], 0, 1) * (1 - 0.3 * slope), within(1e-6));
  }

  @Test
  void lengthsOfZeroAreRefused() {
    assertThatThrownBy(() -> options(1, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("eta must be above 0, but is 0.0");
    assertThatThrownBy(() -> new AttackOptions(1, 0.3, 0, Optional.of(0.0)))
        .hasMessage("clip must be above 0, but is 0.0");
  }

  private static DataSpec data(float mean, float std) {
    return new DataSpec(new Shape(3), 3, List.of(mean), List.of(std));
  }

  private static AttackOptions options(int steps, double eta, double epsilon) {
    return new AttackOptions(steps, eta, epsilon, Optional.empty());
  }

  /** All samples go from {@code base} to {@code target}. */
  private static float[][] walk(
      DataSpec data, AttackOptions options, float[][] weights, float[][] x, int base, int target) {
    try (var bench = TestBench.open(1, data)) {
      var run = bench.run();
      var teacher = Maps.linear(run, "teacher", weights).freeze();
      return bench.step(
          () -> {
            var bases = new int[x.length];
            var targets = new int[x.length];
            Arrays.fill(bases, base);
            Arrays.fill(targets, target);
            var boundary = new Boundary(run.scratch().create(bases), run.scratch().create(targets));
            var start = run.scratch().create(x).reshape(new Shape(x.length).addAll(data.input()));
            var end = new Attack(run, options).walk(teacher, start, boundary).toFloatArray();
            var rows = new float[x.length][];
            for (int i = 0; i < rows.length; i++) {
              rows[i] = Arrays.copyOfRange(end, i * x[0].length, (i + 1) * x[0].length);
            }
            return rows;
          });
    }
  }

  private static double gap(float[] x, int base, int target) {
    var gap = 0.0;
    for (int i = 0; i < x.length; i++) {
      gap += x[i] * (double) (WEIGHTS[i][base] - WEIGHTS[i][target]);
    }
    return gap;
  }
}
