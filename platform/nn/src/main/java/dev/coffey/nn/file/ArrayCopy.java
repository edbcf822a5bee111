package dev.coffey.nn.file;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;

/**
 * Overwrites arrays.
 *
 * <p>DJL 0.35.1's {@code copyTo} does not copy on PyTorch: it puts the memory of a Java buffer in
 * the place of the array's, and only the array object through which it was called keeps that buffer
 * alive. A gradient outlives such objects, and is then in memory that belongs to somebody else.
 */
public final class ArrayCopy {
  private ArrayCopy() {}

  /** Copies the elements of {@code source} to {@code target}, which has its shape and type. */
  public static void into(NDArray source, NDArray target) {
    if (target.getManager().getEngine().getEngineName().equals("MXNet")) {
      source.copyTo(target);
    } else {
      target.set(new NDIndex("..."), source);
    }
  }
}
