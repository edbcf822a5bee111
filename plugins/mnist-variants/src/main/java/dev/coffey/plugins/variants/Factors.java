package dev.coffey.plugins.variants;

import java.util.random.RandomGenerator;

/** What can vary besides the digit, an entry for each. */
final class Factors {
  private final int[] foreground;
  private final int[] background;

  private Factors(int[] foreground, int[] background) {
    this.foreground = foreground;
    this.background = background;
  }

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

  /** Class whose colour or texture each digit has. */
  int[] foreground() {
    return foreground;
  }

  /** Class whose colour or texture each background has. */
  int[] background() {
    return background;
  }
}
