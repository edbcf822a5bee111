package dev.coffey.plugins.counterfactuals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.random.RandomGenerator;

/** Normal values, truncated if wanted. Drawn in Java: the same on every engine. */
final class Noise {
  private final RandomGenerator random;
  private final double scale;
  private final double bound;

  Noise(RandomGenerator random, NoiseOptions options) {
    this.random = random;
    this.scale = options.scale();
    this.bound = options.bound().orElse(Double.POSITIVE_INFINITY);
  }

  /** Independent values, float32. */
  NDArray draw(NDManager manager, Shape shape) {
    float[] values = new float[Math.toIntExact(shape.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (scale * one());
    }
    return manager.create(values, shape);
  }

  private double one() {
    double value = random.nextGaussian();
    while (Math.abs(value) > bound) {
      value = random.nextGaussian();
    }
    return value;
  }
}
