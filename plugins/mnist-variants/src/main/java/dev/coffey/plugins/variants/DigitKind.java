package dev.coffey.plugins.variants;

/** Where digits come from. */
enum DigitKind {
  /** Handwritten ones. */
  MNIST,
  /** Drawn ones, see {@link StrokeDigits}. */
  STROKES
}
