package dev.coffey.nn.data;

import java.util.random.RandomGenerator;

/** Uniformly random order: Fisher and Yates. */
public final class Permutation {
  private Permutation() {}

  /** Shuffles {@code values} in place. */
  public static void shuffle(int[] values, RandomGenerator random) {
    for (int i = values.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int value = values[i];
      values[i] = values[other];
      values[other] = value;
    }
  }
}
