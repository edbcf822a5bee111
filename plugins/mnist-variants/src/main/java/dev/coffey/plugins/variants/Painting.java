package dev.coffey.plugins.variants;

import ai.djl.ndarray.NDArray;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** How each digit looks: drawn when a split is opened, painted when a batch is asked for. */
interface Painting {
  /** Draws the looks of all digits of training and validation, or of the test. */
  @FunctionalInterface
  interface Draw {
    /** {@code random}: a generator for each purpose, independent of those for others. */
    Painting of(Factors factors, Function<String, RandomGenerator> random);
  }

  /**
   * Paints digits, in the manager of {@code grey}.
   *
   * @param grey (N, 1, 32, 32), float32, in [0, 1]
   * @param rows which digits they are
   * @return (N, 3, 32, 32), float32
   */
  NDArray paint(NDArray grey, int[] rows);

  /** Whether a digit differs from its background. */
  boolean visible(int row);

  /** Writes what was drawn for a digit, for the digest. */
  void write(int row, DataOutput out) throws IOException;
}
