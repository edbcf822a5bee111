package dev.coffey.plugins.variants;

import java.io.UncheckedIOException;

/** Digits to train and validate on, and others to test on. */
interface DigitSource {
  /**
   * Those for training and validation.
   *
   * @throws UncheckedIOException if a file is missing or damaged; the message names it
   */
  Digits training();

  /**
   * Those for the test.
   *
   * @throws UncheckedIOException if a file is missing or damaged; the message names it
   */
  Digits test();
}
