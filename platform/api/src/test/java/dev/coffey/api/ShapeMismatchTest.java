package dev.coffey.api;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.util.passthrough.PassthroughNDManager;
import org.junit.jupiter.api.Test;

class ShapeMismatchTest {
  @Test
  void equalShapesPass() {
    assertThatNoException()
        .isThrownBy(() -> ShapeMismatch.check("student", array(2, 3), "teacher", array(2, 3)));
  }

  @Test
  void differentShapesAreToldWithTheirNames() {
    assertThatThrownBy(() -> ShapeMismatch.check("student", array(2, 3), "teacher", array(2, 4)))
        .isInstanceOf(ShapeMismatch.class)
        .hasMessage("student and teacher must have the same shape, but are (2, 3) and (2, 4)");
  }

  private static NDArray array(int rows, int columns) {
    return PassthroughNDManager.INSTANCE.create(
        new float[rows * columns], new Shape(rows, columns));
  }
}
