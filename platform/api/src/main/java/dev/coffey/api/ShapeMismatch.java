package dev.coffey.api;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Stability.Level;

/** Thrown where tensors that must fit each other do not. */
@Stability(Level.STABLE)
public final class ShapeMismatch extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** {@code message}: a sentence with what was expected and both shapes. */
  public ShapeMismatch(String message) {
    super(message);
  }

  /** Throws unless {@code first} and {@code second} have the same shape. */
  public static void check(String firstName, NDArray first, String secondName, NDArray second) {
    if (!first.getShape().equals(second.getShape())) {
      throw new ShapeMismatch(
          "%s and %s must have the same shape, but are %s and %s"
              .formatted(firstName, secondName, first.getShape(), second.getShape()));
    }
  }
}
