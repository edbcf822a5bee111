package dev.coffey.plugins.classical;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.coffey.api.ShapeMismatch;

/** Matrices with one row a sample. */
final class Rows {
  /** Squared lengths below it count as zero. */
  static final float TINY = 1e-12f;

  private Rows() {}

  /** (N, …) as (N, D). */
  static NDArray flattened(NDArray array) {
    var shape = array.getShape();
    return shape.dimension() == 2 ? array : array.reshape(shape.get(0), -1);
  }

  /**
   * Each row of {@code matrix}, (N, D), divided by its 2-norm. A row of zeros stays one, with the
   * gradient 0: its direction is unknown, and the norm's derivative there would be infinite.
   */
  static NDArray unit(NDArray matrix) {
    return scaled(matrix, 1);
  }

  /** The same along {@code axis}, for arrays of any rank. */
  static NDArray scaled(NDArray array, int axis) {
    var squares = array.square().sum(new int[] {axis}, true);
    var known = squares.gt(TINY).toType(DataType.FLOAT32, false);
    return array.mul(known).div(squares.maximum(TINY).sqrt());
  }

  /** Throws unless both have the same number of rows. */
  static void checkSameNumber(NDArray student, NDArray teacher) {
    var own = student.getShape();
    var other = teacher.getShape();
    if (own.dimension() < 2 || other.dimension() < 2 || own.get(0) != other.get(0)) {
      throw new ShapeMismatch(
          "student and teacher must be of shapes (N, …) with the same N, but are %s and %s"
              .formatted(own, other));
    }
  }
}
