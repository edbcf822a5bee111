package dev.coffey.plugins.augment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.random.RandomGenerator;

/**
 * Random numbers for the images of one batch.
 *
 * @param random where they come from
 * @param manager where arrays are made
 * @param images how many images
 */
record Draws(RandomGenerator random, NDManager manager, int images) {
  /** Factors from [1 − spread, 1 + spread), float32, (N, 1, 1, 1). */
  NDArray factors(double spread) {
    var values = new float[images];
    for (int i = 0; i < images; i++) {
      values[i] = (float) (1 + spread * (2 * random.nextDouble() - 1));
    }
    return manager.create(values, new Shape(images, 1, 1, 1));
  }

  /** From [−largest, largest). */
  double either(double largest) {
    return largest * (2 * random.nextDouble() - 1);
  }

  /** A whole number from [−largest, largest]. */
  int whole(int largest) {
    return random.nextInt(2 * largest + 1) - largest;
  }

  /** True with {@code probability}. */
  boolean happens(double probability) {
    return random.nextDouble() < probability;
  }
}
