package dev.coffey.plugins.cgn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.coffey.nn.image.ToroidalShift;
import java.util.random.RandomGenerator;

/** What is drawn for a batch, in Java, so that it is the same on every engine. */
record Draws(RandomGenerator random, Latents latents) {
  /** Labels, each class equally likely. */
  int[] labels(int count) {
    return random.ints(count, 0, latents.classes()).toArray();
  }

  /** Noise beside one-hot {@code labels}: (N, latent + classes). */
  NDArray inputs(NDManager manager, int[] labels) {
    int width = latents.latent() + latents.classes();
    float[] values = new float[labels.length * width];
    for (int i = 0; i < labels.length; i++) {
      int start = i * width;
      for (int k = 0; k < latents.latent(); k++) {
        values[start + k] = (float) random.nextGaussian();
      }
      values[start + latents.latent() + labels[i]] = 1;
    }
    return manager.create(values, new Shape(labels.length, width));
  }

  /**
   * A shift for each of {@code count} images, uniform over all pixels: what stands where is lost,
   * what colours there are isn't, so a texture can't draw the object. Source: Sauer and Geiger 2021
   * (CGN), the shuffler of their code for MNIST, which tiles 2 x 2 and crops at random; that is the
   * same.
   */
  ToroidalShift shuffle(NDManager manager, int count, Shape image) {
    int height = Math.toIntExact(image.get(1));
    int width = Math.toIntExact(image.get(2));
    return ToroidalShift.by(
        manager,
        random.ints(count, 0, height).toArray(),
        random.ints(count, 0, width).toArray(),
        image);
  }
}
