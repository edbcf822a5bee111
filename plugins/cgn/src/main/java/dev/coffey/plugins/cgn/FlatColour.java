package dev.coffey.plugins.cgn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;

/**
 * A picture of one colour: that of the class in {@code palette}, changed by 0.01 times three
 * numbers of the noise from {@code first} on, within [0, 1].
 */
record FlatColour(Palette palette, int first, Latents latents, int size) {
  private static final float CHANGE = 0.01f;
  private static final int COLOURS = 3;

  /** {@code z}: see {@link Latents}. Gives (N, 3, size, size). */
  NDArray apply(NDArray z) {
    NDArray table = z.getManager().create(palette.table());
    NDArray change = z.get(new NDIndex(":, " + first + ":" + (first + COLOURS))).mul(CHANGE);
    return latents
        .label(z)
        .matMul(table)
        .add(change)
        .clip(0, 1)
        .reshape(-1, COLOURS, 1, 1)
        .broadcast(new Shape(z.getShape().get(0), COLOURS, size, size));
  }
}
