package dev.coffey.plugins.classical;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.ShapeMismatch;

/** Feature maps, (N, C, H, W), and their height and width. A vector is a map of 1x1 pixels. */
final class FeatureMaps {
  private FeatureMaps() {}

  /** A batch of maps or vectors as maps. {@code name}: of the input, for the message. */
  static NDArray of(String name, NDArray batch) {
    var shape = batch.getShape();
    return switch (shape.dimension()) {
      case 4 -> batch;
      case 2 -> batch.reshape(shape.get(0), shape.get(1), 1, 1);
      default -> throw unfit(name, "(N, C, H, W) or (N, D)", shape);
    };
  }

  /** The shape of one sample, (C, H, W) or (D), as that of a map. */
  static Shape of(String name, Shape sample) {
    return switch (sample.dimension()) {
      case 3 -> sample;
      case 1 -> new Shape(sample.get(0), 1, 1);
      default -> throw unfit(name, "(C, H, W) or (D) for a sample", sample);
    };
  }

  private static ShapeMismatch unfit(String name, String wanted, Shape shape) {
    return new ShapeMismatch("%s must be of shape %s, but is %s".formatted(name, wanted, shape));
  }

  /**
   * Adaptive average pooling: pixel i of a height or width of {@code o} is the mean of pixels ⌊i n
   * / o⌋ to ⌈(i + 1) n / o⌉ − 1 of n.
   */
  static NDArray pooled(NDArray map, long height, long width) {
    return resized(map, height, width, FeatureMaps::means);
  }

  /** Nearest pixels: pixel i of o is pixel ⌊i n / o⌋ of n. */
  static NDArray nearest(NDArray map, long height, long width) {
    return resized(map, height, width, FeatureMaps::selection);
  }

  private interface Resampling {
    /** Weights of {@code from} pixels in each of {@code to} pixels, row-major (from, to). */
    float[] weights(int from, int to);
  }

  private static float[] means(int from, int to) {
    var weights = new float[from * to];
    for (int i = 0; i < to; i++) {
      int start = i * from / to;
      int end = ((i + 1) * from + to - 1) / to;
      for (int j = start; j < end; j++) {
        weights[j * to + i] = 1f / (end - start);
      }
    }
    return weights;
  }

  private static float[] selection(int from, int to) {
    var weights = new float[from * to];
    for (int i = 0; i < to; i++) {
      weights[i * from / to * to + i] = 1;
    }
    return weights;
  }

  private static NDArray resized(NDArray map, long height, long width, Resampling how) {
    return alongLast(alongLast(map, width, how).transpose(0, 1, 3, 2), height, how)
        .transpose(0, 1, 3, 2);
  }

  /** A product with a matrix: engines differ in their operators for this, not in products. */
  private static NDArray alongLast(NDArray map, long size, Resampling how) {
    var shape = map.getShape();
    long present = shape.get(3);
    if (present == size) {
      return map;
    }
    var weights = how.weights(Math.toIntExact(present), Math.toIntExact(size));
    return map.reshape(-1, present)
        .matMul(map.getManager().create(weights, new Shape(present, size)))
        .reshape(shape.get(0), shape.get(1), shape.get(2), size);
  }
}
