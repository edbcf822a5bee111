package dev.coffey.plugins.variants;

import java.util.random.RandomGenerator;

/**
 * What can vary besides the digit, an entry for each.
 *
 * @param foreground class whose colour or texture the digit has
 * @param background class whose colour or texture the background has
 */
record Factors(int[] foreground, int[] background) {
  /** The numbers drawn don't depend on {@code cues}. */
  static Factors of(int[] labels, Cues cues, RandomGenerator random) {
    int[] foreground = new int[labels.length];
    int[] background = new int[labels.length];
    for (int row = 0; row < labels.length; row++) {
      int freeForeground = random.nextInt(Digits.CLASSES);
      int freeBackground = random.nextInt(Digits.CLASSES);
      foreground[row] = cues == Cues.BIASED ? labels[row] : freeForeground;
      background[row] = cues == Cues.BIASED ? labels[row] : freeBackground;
    }
    return new Factors(foreground, background);
  }
}
