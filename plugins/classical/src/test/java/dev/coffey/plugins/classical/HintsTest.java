package dev.coffey.plugins.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Loss;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HintsTest extends ClassicalLossContract {
  private static final Record PLAIN = new HintsOptions(false);

  @Override
  protected Loss loss() {
    return new Hints();
  }

  @Override
  protected Record options() {
    return new HintsOptions(true);
  }

  @Override
  protected Tensors example(Run run) {
    // normalised, no value is near the kink of ReLU
    var student = new float[] {-1, 1, 3, -2};
    return pair(new Shape(4, 1, 1, 1), student, new Shape(4, 2, 1, 1), values(8, 2))
        .apply(run.scratch());
  }

  @Test
  void theSquaredErrorOfTheRegressorIsAveragedOverAllElements() {
    // a 1x1 convolution from one channel to two, all weights 2: guesses (2, 4) for both channels;
    // (2 − 1)² + (4 − 4)² + (2 − 0)² + (4 − 2)² = 9, over 4 elements
    var inputs =
        pair(
            new Shape(1, 1, 1, 2),
            new float[] {1, 2},
            new Shape(1, 2, 1, 2),
            new float[] {1, 4, 0, 2});

    assertThat(withAllWeights(2, inputs)).isCloseTo(9 / 4.0, within(1e-5));
  }

  @Test
  void aSurplusIsCutOffByAConvolution() {
    // 3x3 pixels to 2x2: a 2x2 convolution of ones adds up 4 pixels of 1 each
    var inputs =
        pair(new Shape(1, 1, 3, 3), ones(9), new Shape(1, 1, 2, 2), new float[] {4, 4, 4, 2});

    assertThat(withAllWeights(1, inputs)).isCloseTo(4 / 4.0, within(1e-5));
  }

  @Test
  void aMapTwiceAsLargeIsHalved() {
    // 4x4 pixels to 2x2, 3x3 convolution of ones, stride 2, one pixel of padding: the first output
    // sees 4 pixels, those at the edges 6, the last 9
    var inputs =
        pair(new Shape(1, 1, 4, 4), ones(16), new Shape(1, 1, 2, 2), new float[] {4, 6, 6, 9});

    assertThat(withAllWeights(1, inputs)).isCloseTo(0, within(1e-5));
  }

  @Test
  void aMapHalfAsLargeIsDoubled() {
    // 1x1 pixel to 2x2: repeated, each output of the padded 3x3 convolution sees all four
    var inputs = pair(new Shape(1, 1, 1, 1), ones(1), new Shape(1, 1, 2, 2), ones(4));

    assertThat(withAllWeights(1, inputs)).isCloseTo(9, within(1e-5));
  }

  @Test
  void vectorsAreMapsOfOnePixel() {
    // guess 1 · 3 + 2 · 3 = 9
    var inputs = pair(new float[][] {{1, 2}}, new float[][] {{7}});

    assertThat(withAllWeights(3, inputs)).isCloseTo(4, within(1e-5));
  }

  @Test
  void equalFeaturesCostNothingWithAnIdentity() {
    var same = values(2 * 3 * 4, 3);
    var shape = new Shape(2, 3, 2, 2);
    var cost =
        value(
            PLAIN,
            pair(shape, same, shape, same),
            (run, term) ->
                AdapterWeights.set(term.trained().get(0), run.memory(), AdapterWeights::identity));

    assertThat(cost).isZero();
  }

  @Test
  void theRegressorLearns() {
    var values = learning(50, random(new Shape(8, 2, 3, 3), new Shape(8, 3, 3, 3)));

    assertThat(values[1]).isLessThan(values[0]);
  }

  @Test
  void aStudentTooSmallIsRefused() {
    assertThatThrownBy(() -> value(random(new Shape(1, 2, 2, 2), new Shape(1, 2, 5, 5))))
        .isInstanceOf(ShapeMismatch.class)
        .hasMessage(
            "student must be half as large as teacher, or at least as large, but they are (2, 2, 2) and (2, 5, 5)");
  }

  @Test
  void whatIsNoMapIsRefused() {
    assertThatThrownBy(() -> value(random(new Shape(1, 2, 2), new Shape(1, 2, 5, 5))))
        .isInstanceOf(ShapeMismatch.class)
        .hasMessage("student must be of shape (C, H, W) or (D) for a sample, but is (2, 2)");
  }

  @Test
  void anInputOfUnknownShapeIsRefused() {
    try (var session = open(1)) {
      var known = Map.of("student", new Shape(2, 3, 3));

      assertThatThrownBy(() -> loss().open(session.run(), known))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "the input 'teacher' is wired to something whose shape isn't known before the first batch; wire it to a tap of a network");
    }
  }

  private double withAllWeights(float weight, Inputs inputs) {
    return value(
        PLAIN,
        inputs,
        (run, term) ->
            AdapterWeights.set(
                term.trained().get(0), run.memory(), shape -> all(weight, shape.size())));
  }

  private static float[] ones(int count) {
    return all(1, count);
  }

  private static float[] all(float value, long count) {
    var values = new float[Math.toIntExact(count)];
    Arrays.fill(values, value);
    return values;
  }
}
