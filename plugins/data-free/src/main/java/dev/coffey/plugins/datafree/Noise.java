package dev.coffey.plugins.datafree;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** What generators are fed. Drawn in Java, so that it is the same on every engine and thread. */
record Noise(RandomGenerator random) {
  /** For a look at a generator: the same at every call, and nothing is taken from the run's. */
  static Noise probe() {
    return new Noise(new SplittableRandom(0));
  }

  /** Independent standard normal values, float32. */
  NDArray normal(NDManager manager, Shape shape) {
    float[] values = new float[Math.toIntExact(shape.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return manager.create(values, shape);
  }

  /** Labels, each class equally likely: float32, (N, K), 1 at the label, else 0. */
  NDArray labels(NDManager manager, int count, int classes) {
    float[] values = new float[count * classes];
    for (int i = 0; i < count; i++) {
      values[i * classes + random.nextInt(classes)] = 1;
    }
    return manager.create(values, new Shape(count, classes));
  }
}
