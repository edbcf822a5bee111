package dev.coffey.plugins.classical;

/** What happens to options out of range. */
final class Refused {
  private Refused() {}

  /** {@code message}: a sentence with %s where {@code value} belongs. */
  static void unless(boolean fine, String message, Object value) {
    if (!fine) {
      throw new IllegalArgumentException(message.formatted(value));
    }
  }
}
