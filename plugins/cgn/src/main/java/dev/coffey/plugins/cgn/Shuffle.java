package dev.coffey.plugins.cgn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Shifts each image of a batch around a torus, by products with permutation matrices, which every
 * engine has and which pass gradients: what stands where is lost, what colours there are isn't. So
 * a texture can't draw the object. Source: Sauer and Geiger 2021 (CGN), the shuffler of their code
 * for MNIST, which tiles 2 x 2 and crops at random; that is the same.
 *
 * @param rows (N, H, H), multiplies from the left
 * @param columns (N, W, W), multiplies from the right
 */
record Shuffle(NDArray rows, NDArray columns) {
  /**
   * Pixel (i, j) of the n-th result is pixel (i + down[n], j + right[n]) of the n-th image, edges
   * being joined.
   *
   * @param image (C, H, W)
   */
  static Shuffle by(NDManager manager, int[] down, int[] right, Shape image) {
    int height = Math.toIntExact(image.get(1));
    int width = Math.toIntExact(image.get(2));
    int[] leftwards = new int[right.length];
    for (int i = 0; i < leftwards.length; i++) {
      leftwards[i] = width - right[i];
    }
    return new Shuffle(
        permutations(manager, down, height), permutations(manager, leftwards, width));
  }

  /** For each shift a matrix with a one in column (i + shift) mod {@code edge} of row i. */
  private static NDArray permutations(NDManager manager, int[] shifts, int edge) {
    float[] values = new float[shifts.length * edge * edge];
    for (int n = 0; n < shifts.length; n++) {
      for (int i = 0; i < edge; i++) {
        values[(n * edge + i) * edge + (i + shifts[n]) % edge] = 1;
      }
    }
    return manager.create(values, new Shape(shifts.length, edge, edge));
  }

  /** {@code images}: (N, C, H, W). The result has the same shape. */
  NDArray apply(NDArray images) {
    Shape shape = images.getShape();
    long channels = shape.get(1);
    long height = shape.get(2);
    long width = shape.get(3);
    NDArray maps = images.reshape(-1, height, width);
    return rows.repeat(0, channels)
        .matMul(maps)
        .reshape(-1, channels * height, width)
        .matMul(columns)
        .reshape(shape);
  }
}
