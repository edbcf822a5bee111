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

class MeanSquaredErrorTest extends LossContract {
  @Override
  protected Loss loss() {
    return new MeanSquaredError();
  }

  @Override
  protected Tensors example(Run run) {
    return inputs(
        run.scratch(),
        new Shape(2, 3),
        new float[] {1, 2, 3, 0, -1, 1},
        new float[] {1, 1, 1, 1, 1, 1});
  }

  @Test
  void squaredDifferencesAreAveragedOverAllElements() {
    // (0² + 1² + 2² + 3²) / 4
    assertThat(value(new Shape(2, 2), new float[] {0, 1, 2, 3}, new float[4]))
        .isCloseTo(3.5, within(1e-5));
  }

  @Test
  void featureMapsAreComparedLikeLogits() {
    assertThat(value(new Shape(1, 2, 1, 2), new float[] {1, 1, 1, 1}, new float[] {3, 1, 1, 1}))
        .isCloseTo(1, within(1e-5));
  }

  @Test
  void equalTensorsCostNothing() {
    var same = new float[] {1000, -1000, 0.1f, 7};

    assertThat(value(new Shape(2, 2), same, same)).isZero();
  }

  @Test
  void extremeLogitsStayFinite() {
    assertThat(value(new Shape(1, 2), new float[] {1000, -1000}, new float[] {-1000, 1000}))
        .isCloseTo(4e6, within(1.0));
  }

  @Test
  void differentShapesAreRefused() {
    try (var session = open(1)) {
      var term = loss().open(session.run());

      assertThatThrownBy(
              () ->
                  session.step(
                      () -> {
                        var manager = session.run().scratch();
                        return term.value(
                            Tensors.of("student", manager.create(new float[][] {{1, 2, 3}}))
                                .with("teacher", manager.create(new float[][] {{1, 2}})));
                      }))
          .isInstanceOf(ShapeMismatch.class)
          .hasMessage("student and teacher must have the same shape, but are (1, 3) and (1, 2)");
    }
  }

  private double value(Shape shape, float[] student, float[] teacher) {
    try (var session = open(1)) {
      var term = loss().open(session.run());
      return session.step(
          () ->
              (double)
                  term.value(inputs(session.run().scratch(), shape, student, teacher)).getFloat());
    }
  }

  private static Tensors inputs(NDManager manager, Shape shape, float[] student, float[] teacher) {
    return Tensors.of("student", manager.create(student, shape))
        .with("teacher", manager.create(teacher, shape));
  }
}
