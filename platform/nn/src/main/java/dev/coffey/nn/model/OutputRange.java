package dev.coffey.nn.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/**
 * The range that a network's outputs have in its file. It is mapped to [0, 1], linearly, the range
 * that images and masks have here.
 */
public record OutputRange(float least, float most) {
  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException if it is empty or upside down
   */
  public OutputRange {
    if (!(least < most)) {
      throw new IllegalArgumentException(
          "a range goes up, but this one goes from %s to %s".formatted(least, most));
    }
  }

  /** Arrays of any shape; closes {@code outputs}. */
  NDList toUnit(NDList outputs) {
    NDList results = new NDList();
    for (NDArray output : outputs) {
      try (output;
          NDArray shifted = output.sub(least)) {
        results.add(shifted.mul(1 / (most - least)));
      }
    }
    return results;
  }
}
