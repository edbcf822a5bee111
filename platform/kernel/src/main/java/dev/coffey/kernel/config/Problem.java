package dev.coffey.kernel.config;

import static java.util.Objects.requireNonNull;

/**
 * One thing that is wrong with the input.
 *
 * @param key full path of the key, {@code compare[1].kd.temperature}; empty if no key is meant
 * @param origin where it was written; {@link Origin#UNKNOWN} if nowhere
 * @param message a sentence: what was found, what was expected
 */
public record Problem(String key, Origin origin, String message) {
  /** Checks that nothing is null. */
  public Problem {
    requireNonNull(key, "key is null");
    requireNonNull(origin, "origin is null");
    requireNonNull(message, "message is null");
  }

  /**
   * {@code examples/first.yaml:7: train.epochs: must be …}, {@code -D train.epochs: must be …}, or
   * the parts there are.
   */
  @Override
  public String toString() {
    var text = new StringBuilder(origin.toString());
    if (!key.isEmpty()) {
      if (!text.isEmpty()) {
        text.append(origin.equals(Origin.OVERRIDE) ? " " : ": ");
      }
      text.append(key);
    }
    return text.isEmpty() ? message : text.append(": ").append(message).toString();
  }
}
