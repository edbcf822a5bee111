package dev.coffey.plugins.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Loss;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.LossContract;
import org.junit.jupiter.api.Test;

class CrossEntropyTest extends LossContract {
  private static final float LN2 = (float) Math.log(2);

  @Override
  protected Loss loss() {
    return new CrossEntropy();
  }

  @Override
  protected Record options() {
    return new CrossEntropyOptions(0.1);
  }

  @Override
  protected Tensors example(Run run) {
    var logits =
        new float[][] {{0.5f, -1, 2, 0.1f}, {1.5f, 0.3f, -0.7f, 0}, {-2, 0.4f, 0.9f, 1.1f}};
    return inputs(run.scratch(), logits, 2, 0, 1);
  }

  @Test
  void evenLogitsCostTheLogarithmOfTheNumberOfClasses() {
    assertThat(value(0, new float[][] {{7, 7, 7, 7}, {0, 0, 0, 0}}, 3, 1))
        .isCloseTo(Math.log(4), within(1e-5));
  }

  @Test
  void theBatchIsAveraged() {
    // softmax(ln 2, 0) = (2/3, 1/3): the label 0 costs ln(3/2), the label 1 costs ln 3
    var expected = (Math.log(1.5) + Math.log(3)) / 2;

    assertThat(value(0, new float[][] {{LN2, 0}, {LN2, 0}}, 0, 1))
        .isCloseTo(expected, within(1e-5));
  }

  @Test
  void smoothingSpreadsPartOfTheLabelOverAllClasses() {
    // ε = 0.3 makes (1, 0) into (0.7 + 0.15, 0.15)
    var expected = 0.85 * Math.log(1.5) + 0.15 * Math.log(3);

    assertThat(value(0.3, new float[][] {{LN2, 0}}, 0)).isCloseTo(expected, within(1e-5));
  }

  @Test
  void extremeLogitsStayFinite() {
    assertThat(value(0.1, new float[][] {{1000, -1000}, {-1000, 1000}}, 0, 0))
        // 0.05 · 2000 for the right one, 0.95 · 2000 for the wrong one
        .isCloseTo((100 + 1900) / 2.0, within(1e-2));
  }

  @Test
  void labelsOfAnotherBatchAreRefused() {
    assertThatThrownBy(() -> value(0, new float[][] {{1, 2}, {3, 4}}, 0, 1, 1))
        .isInstanceOf(ShapeMismatch.class)
        .hasMessage("student and labels must be of shapes (N, K) and (N), but are (2, 2) and (3)");
  }

  private double value(double smoothing, float[][] logits, int... labels) {
    try (var session = open(1, new CrossEntropyOptions(smoothing))) {
      var term = loss().open(session.run());
      return session.step(
          () -> (double) term.value(inputs(session.run().scratch(), logits, labels)).getFloat());
    }
  }

  private static Tensors inputs(NDManager manager, float[][] logits, int... labels) {
    return Tensors.of("student", manager.create(logits))
        .with("labels", manager.create(labels, new Shape(labels.length)));
  }
}
