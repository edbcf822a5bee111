package dev.coffey.plugins.variants;

import java.nio.file.Path;
import java.util.Optional;

/** Options for tests. */
final class Chosen {
  private Chosen() {}

  /** Digits of a folder, 240 training images and 90 test images. */
  static VariantOptions folder(Path folder, Cues train, Cues test) {
    return new VariantOptions(train, test, DigitKind.MNIST, Optional.of(folder.toString()), 1234);
  }

  /** Drawn digits. */
  static VariantOptions strokes(Cues train, Cues test, long seed) {
    return new VariantOptions(train, test, DigitKind.STROKES, Optional.empty(), seed);
  }

  /** Drawn digits, coloured. */
  static ColoredOptions colored(double variance, Cues test) {
    return new ColoredOptions(
        Cues.BIASED, test, variance, DigitKind.STROKES, Optional.empty(), 1234);
  }
}
