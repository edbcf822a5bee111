package dev.coffey.plugins.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Loss;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class AttentionTransferTest extends ClassicalLossContract {
  private static final Shape SMALL = new Shape(2, 3, 2, 2);

  @Override
  protected Loss loss() {
    return new AttentionTransfer();
  }

  @Override
  protected Record options() {
    return new AttentionTransferOptions(2);
  }

  @Override
  protected List<Supplier<? extends Record>> invalidOptions() {
    return List.of(
        () -> new AttentionTransferOptions(0.5), () -> new AttentionTransferOptions(Double.NaN));
  }

  @Override
  protected Tensors example(Run run) {
    return random(new Shape(2, 3, 5, 5), new Shape(2, 2, 3, 3)).apply(run.scratch());
  }

  @Test
  void attentionIsTheUnitVectorOfMeanSquares() {
    // student: channels (1, 2) and (√5, 0): means of squares (3, 2), A = (3, 2) / √13;
    // teacher: one channel (√3, 2): (3, 4), A = (3, 4) / 5
    var student = new float[] {1, 2, (float) Math.sqrt(5), 0};
    var teacher = new float[] {(float) Math.sqrt(3), 2};
    var root = Math.sqrt(13);
    var expected = (square(3 / root - 0.6) + square(2 / root - 0.8)) / 2;

    assertThat(value(pair(new Shape(1, 2, 1, 2), student, new Shape(1, 1, 1, 2), teacher)))
        .isCloseTo(expected, within(1e-5));
  }

  @Test
  void theLargerMapIsPooled() {
    // rows of 3 pixels to 2: means of pixels 0, 1 and of 1, 2: (3, 3, 5) becomes (3, 4)
    var student = new float[] {3, 3, 5, 3, 3, 5, 3, 3, 5};
    var teacher = new float[] {3, 4, 3, 4};

    assertThat(value(pair(new Shape(1, 1, 3, 3), student, new Shape(1, 1, 2, 2), teacher)))
        .isCloseTo(0, within(1e-6));
  }

  @Test
  void anotherPowerLooksElsewhere() {
    // p = 1: (3, 4) / 5 against (4, 3) / 5
    var inputs =
        pair(new Shape(1, 1, 1, 2), new float[] {-3, 4}, new Shape(1, 1, 1, 2), new float[] {4, 3});

    assertThat(value(new AttentionTransferOptions(1), inputs)).isCloseTo(0.04, within(1e-5));
  }

  @Test
  void equalMapsCostNothing() {
    var same = values(24, 5);

    assertThat(value(pair(SMALL, same, SMALL, same))).isZero();
  }

  @Test
  void aStudentThatSeesNothingGetsAFiniteGradient() {
    assertThat(gradient("student", pair(SMALL, new float[24], SMALL, values(24, 5))))
        .containsOnly(0);
  }

  @Test
  void vectorsAreRefused() {
    assertThatThrownBy(() -> value(random(new Shape(2, 3), SMALL)))
        .isInstanceOf(ShapeMismatch.class)
        .hasMessage(
            "student and teacher must be of shape (N, C, H, W) with the same N, but are (2, 3) and (2, 3, 2, 2)");
  }

  private static double square(double x) {
    return x * x;
  }
}
