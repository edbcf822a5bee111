package dev.coffey.plugins.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.coffey.api.Loss;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.LossContract;
import org.junit.jupiter.api.Test;

class SoftCrossEntropyTest extends LossContract {
  private static final float LN2 = (float) Math.log(2);

  @Override
  protected Loss loss() {
    return new SoftCrossEntropy();
  }

  @Override
  protected Tensors example(Run run) {
    return inputs(
        run,
        new float[][] {{0.5f, -1, 2}, {1.5f, 0.3f, -0.7f}},
        new float[][] {{0.7f, 0, 0.3f}, {0, 1, 0}});
  }

  @Test
  void eachClassCostsByItsShare() {
    // softmax(ln 2, 0) = (2/3, 1/3)
    var first = 0.7 * Math.log(1.5) + 0.3 * Math.log(3);
    var second = Math.log(3);

    assertThat(value(new float[][] {{LN2, 0}, {LN2, 0}}, new float[][] {{0.7f, 0.3f}, {0, 1}}))
        .isCloseTo((first + second) / 2, within(1e-5));
  }

  @Test
  void extremeLogitsStayFinite() {
    assertThat(value(new float[][] {{1000, -1000}}, new float[][] {{0.25f, 0.75f}}))
        .isCloseTo(1500, within(1e-2));
  }

  @Test
  void labelsOfOtherClassesAreRefused() {
    assertThatThrownBy(() -> value(new float[][] {{1, 2}}, new float[][] {{0, 0, 1}}))
        .isInstanceOf(ShapeMismatch.class)
        .hasMessage("student and labels must have the same shape, but are (1, 2) and (1, 3)");
  }

  private double value(float[][] logits, float[][] labels) {
    try (var session = open(1)) {
      var term = loss().open(session.run());
      return session.step(
          () -> (double) term.value(inputs(session.run(), logits, labels)).getFloat());
    }
  }

  private static Tensors inputs(Run run, float[][] logits, float[][] labels) {
    return Tensors.of("student", run.scratch().create(logits))
        .with("labels", run.scratch().create(labels));
  }
}
