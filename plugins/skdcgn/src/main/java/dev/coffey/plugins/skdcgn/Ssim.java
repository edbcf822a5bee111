package dev.coffey.plugins.skdcgn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Structural similarity of images in [0, 1]: means, variances and covariance under a Gaussian
 * window of 11 x 11 pixels, σ = 1.5, that lies within the image; the constants are 0.01² and 0.03².
 * Averaged over pixels and channels. Smaller images have a window of their own size. Source: Wang,
 * Bovik, Sheikh, Simoncelli 2004.
 */
final class Ssim {
  private static final int WINDOW = 11;
  private static final double SIGMA = 1.5;
  private static final float C1 = 0.01f * 0.01f;
  private static final float C2 = 0.03f * 0.03f;

  private Ssim() {}

  /** One figure an image, 1 for equal ones: (N). {@code first}, {@code second}: (N, C, H, W). */
  static NDArray of(NDArray first, NDArray second) {
    NDArray meanOfFirst = blurred(first);
    NDArray meanOfSecond = blurred(second);
    NDArray product = meanOfFirst.mul(meanOfSecond);
    NDArray squares = meanOfFirst.square().add(meanOfSecond.square());
    NDArray covariance = blurred(first.mul(second)).sub(product);
    NDArray variances = blurred(first.square().add(second.square())).sub(squares);
    NDArray luminance = product.mul(2f).add(C1).div(squares.add(C1));
    NDArray structure = covariance.mul(2f).add(C2).div(variances.add(C2));
    NDArray each = luminance.mul(structure);
    return each.reshape(each.getShape().get(0), -1).mean(new int[] {1});
  }

  private static NDArray blurred(NDArray x) {
    Shape shape = x.getShape();
    NDManager manager = x.getManager();
    NDArray rows = x.reshape(-1, shape.get(3)).matMul(window(manager, shape.get(3)));
    NDArray columns = rows.reshape(-1, shape.get(2), rows.getShape().get(1)).transpose(0, 2, 1);
    NDArray result = columns.reshape(-1, shape.get(2)).matMul(window(manager, shape.get(2)));
    return result.reshape(shape.get(0), -1);
  }

  /** (n, positions): each column is the window at one place. */
  private static NDArray window(NDManager manager, long n) {
    int size = Math.toIntExact(n);
    int width = Math.min(WINDOW, size);
    int positions = size - width + 1;
    double[] weights = new double[width];
    double sum = 0;
    for (int i = 0; i < width; i++) {
      double distance = i - (width - 1) / 2.0;
      weights[i] = Math.exp(-distance * distance / (2 * SIGMA * SIGMA));
      sum += weights[i];
    }
    float[] matrix = new float[size * positions];
    for (int position = 0; position < positions; position++) {
      for (int i = 0; i < width; i++) {
        matrix[(position + i) * positions + position] = (float) (weights[i] / sum);
      }
    }
    return manager.create(matrix, new Shape(size, positions));
  }
}
