package dev.coffey.plugins.cgn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.coffey.api.Mode;
import dev.coffey.plugins.cgn.Mechanisms.Parts;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Shows what mechanisms make, always of the same noise, which takes nothing from the training's.
 */
record Sheet(Mechanisms mechanisms, Latents latents) {
  private static final int MOST_CLASSES = 10;
  private static final int COLOURS = 3;

  /**
   * One image a class, in four rows: masks, textures, backgrounds, and what they make together:
   * (4·K, 3, H, W), of the first ten classes at most.
   */
  NDArray images(NDManager manager) {
    int[] labels = IntStream.range(0, Math.min(MOST_CLASSES, latents.classes())).toArray();
    NDArray z = new Draws(new SplittableRandom(0), latents).inputs(manager, labels);
    Parts parts = mechanisms.make(z, Optional.empty(), Mode.INFER);
    return parts
        .mask()
        .repeat(1, COLOURS)
        .concat(parts.texture(), 0)
        .concat(parts.background(), 0)
        .concat(parts.image(), 0);
  }
}
