package dev.coffey.nn.image;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * Shifts each image of a batch around a torus: what leaves on one side comes in on the other. A
 * product with permutation matrices, so it passes gradients on every engine, and values to the bit.
 *
 * @param rows (N, H, H), multiplies from the left
 * @param columns (N, W, W), multiplies from the right
 */
public record ToroidalShift(NDArray rows, NDArray columns) {
  /**
   * Pixel (i, j) of the n-th result is pixel (i + down[n], j + right[n]) of the n-th image.
   *
   * @param manager where the matrices are made
   * @param down one for each image, at least 0
   * @param right likewise
   * @param image (C, H, W)
   */
  public static ToroidalShift by(NDManager manager, int[] down, int[] right, Shape image) {
    return new ToroidalShift(
        permutations(manager, down, image.get(1)),
        permutations(manager, right, image.get(2)).transpose(0, 2, 1));
  }

  /** One matrix for each shift, with a one in column (i + shift) mod {@code edge} of row i. */
  private static NDArray permutations(NDManager manager, int[] shifts, long edge) {
    int size = Math.toIntExact(edge);
    NDArray from =
        manager.create(shifts).reshape(-1, 1).add(manager.arange(0, size, 1).reshape(1, -1));
    return from.mod(size).oneHot(size, DataType.FLOAT32);
  }

  /** {@code images}: float32, (N, C, H, W), and so is the result. */
  public NDArray apply(NDArray images) {
    Shape shape = images.getShape();
    long count = shape.get(0);
    long channels = shape.get(1);
    long height = shape.get(2);
    long width = shape.get(3);
    NDArray across = images.reshape(count, channels * height, width).matMul(columns);
    NDArray besides =
        across.reshape(shape).transpose(0, 2, 1, 3).reshape(count, height, channels * width);
    return rows.matMul(besides).reshape(count, height, channels, width).transpose(0, 2, 1, 3);
  }
}
