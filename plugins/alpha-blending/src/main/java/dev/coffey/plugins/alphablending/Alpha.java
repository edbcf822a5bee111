package dev.coffey.plugins.alphablending;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Composer;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;

/**
 * Lays foregrounds over backgrounds: {@code x = mask ⊙ foreground + (1 − mask) ⊙ background}.
 * Source: Sauer and Geiger 2021, "Counterfactual Generative Networks", equation 2.
 *
 * <p>Reads {@code mask}, float32, (N, 1, H, W), in [0, 1], {@code foreground-image} and {@code
 * background-image}, (N, C, H, W). Adds {@code x}, (N, C, H, W), in their range.
 */
final class Alpha implements Composer {
  @Override
  public Mixer open(Run run) {
    return Alpha::blended;
  }

  private static Tensors blended(Tensors batch) {
    NDArray mask = batch.get("mask");
    NDArray foreground = batch.get("foreground-image");
    NDArray background = batch.get("background-image");
    ShapeMismatch.check("foreground-image", foreground, "background-image", background);
    check(mask, foreground);
    return batch.with("x", mask.mul(foreground).add(mask.neg().add(1).mul(background)));
  }

  private static void check(NDArray mask, NDArray foreground) {
    Shape image = foreground.getShape();
    if (image.dimension() != 4
        || !mask.getShape().equals(new Shape(image.get(0), 1, image.get(2), image.get(3)))) {
      throw new ShapeMismatch(
          "mask must be (N, 1, H, W) for a foreground-image of (N, C, H, W), but they are %s and %s"
              .formatted(mask.getShape(), image));
    }
  }
}
