package dev.coffey.plugins.cgn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;

/**
 * What a mechanism is made of: noise and a class, one beside the other, float32, (N, latent +
 * classes).
 *
 * @param latent dimensions of the noise, which is standard normal and comes first
 * @param classes length of the one-hot label behind it
 */
record Latents(int latent, int classes) {
  /** Name of a mechanism's only input. */
  static final String INPUT = "z";

  /** Shape of one sample. */
  Shape shape() {
    return new Shape((long) latent + classes);
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
