package dev.coffey.plugins.cgn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * The colours of each image of a batch, wherever they stand: what a texture and a background must
 * have in common with the data. It needs no weights, and takes the place of the published loss on
 * Gram matrices of VGG-16's features, which isn't offered: those weights aren't ours to bring.
 *
 * @param gram F·Fᵀ / (C·H·W) with F the image as (C, H·W): (N, C, C)
 * @param mean over pixels: (N, C)
 * @param deviation √(variance + 1e-5) over pixels, the population's: (N, C)
 */
record Style(NDArray gram, NDArray mean, NDArray deviation) {
  private static final float EPSILON = 1e-5f;
  private static final int[] PIXELS = {2};

  /** {@code images}: (N, C, H, W), in [−1, 1]. */
  static Style of(NDArray images) {
    Shape shape = images.getShape();
    long pixels = shape.get(2) * shape.get(3);
    NDArray maps = images.reshape(shape.get(0), shape.get(1), pixels);
    NDArray mean = maps.mean(PIXELS, true);
    NDArray variance = maps.sub(mean).square().mean(PIXELS);
    NDArray gram = maps.matMul(maps.transpose(0, 2, 1)).div((float) (shape.get(1) * pixels));
    return new Style(gram, mean.squeeze(2), variance.add(EPSILON).sqrt());
  }

  /** Mean absolute differences of Gram matrices, means and deviations, added up: a scalar. */
  NDArray distance(Style other) {
    return difference(gram, other.gram)
        .add(difference(mean, other.mean))
        .add(difference(deviation, other.deviation));
  }

  private static NDArray difference(NDArray first, NDArray second) {
    return first.sub(second).abs().mean();
  }
}
