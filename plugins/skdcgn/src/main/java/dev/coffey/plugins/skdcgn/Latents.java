package dev.coffey.plugins.skdcgn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.SplittableRandom;

/**
 * What images are made of: noise and a class side by side, float32, (N, latent + classes).
 *
 * @param latent dimensions of the noise, which is standard normal and comes first
 * @param classes length of the one-hot label behind it
 */
record Latents(int latent, int classes) {
  /** Name of a generator's only input. */
  static final String INPUT = "z";

  /** Shape of one sample. */
  Shape shape() {
    return new Shape((long) latent + classes);
  }

  /** Some to look at, always the same, with the classes in turn: (count, latent + classes). */
  NDArray examples(NDManager manager, int count) {
    var random = new SplittableRandom(0);
    int width = latent + classes;
    float[] values = new float[count * width];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < latent; j++) {
        values[i * width + j] = (float) random.nextGaussian();
      }
      values[i * width + latent + i % classes] = 1;
    }
    return manager.create(values, new Shape(count, width));
  }

  /** The noise of {@code z}, (N, latent). */
  NDArray noise(NDArray z) {
    return z.get(new NDIndex(":, :" + latent));
  }

  /** The one-hot labels of {@code z}, (N, classes). */
  NDArray label(NDArray z) {
    return z.get(new NDIndex(":, " + latent + ":"));
  }
}
