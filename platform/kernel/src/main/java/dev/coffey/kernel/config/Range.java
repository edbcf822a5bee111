package dev.coffey.kernel.config;

import dev.coffey.api.Option;
import java.math.BigDecimal;
import java.util.Optional;

/** The numbers that an option allows, both ends included; infinite where there is no bound. */
record Range(double min, double max) {
  static final Range ANY = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  static Range of(Option option) {
    return new Range(option.min(), option.max());
  }

  /** What is wrong with {@code value}, as in "must be at most 1"; empty if it is allowed. */
  Optional<String> complaint(double value) {
    if (value < min) {
      return Optional.of("must be at least " + text(min));
    }
    return value > max ? Optional.of("must be at most " + text(max)) : Optional.empty();
  }

  /** {@code 0 to 1}, {@code at least 1}, {@code at most 8}, or nothing. */
  String description() {
    boolean bottom = Double.isFinite(min);
    boolean top = Double.isFinite(max);
    if (bottom && top) {
      return text(min) + " to " + text(max);
    }
    if (bottom) {
      return "at least " + text(min);
    }
    return top ? "at most " + text(max) : "";
  }

  private static String text(double bound) {
    return Double.isFinite(bound)
        ? BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString()
        : Double.toString(bound);
  }
}
