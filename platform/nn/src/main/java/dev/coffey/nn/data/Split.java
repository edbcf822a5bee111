package dev.coffey.nn.data;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A split as it is written in an experiment: {@code train}, {@code validation}, {@code test}, or
 * one of these with a number of samples, {@code train:500}.
 *
 * @param count samples of a subset with the classes in equal numbers; empty for all
 */
public record Split(Part part, OptionalInt count) {
  private static final Pattern GRAMMAR =
      Pattern.compile("(train|validation|test)(?::([1-9]\\d{0,8}))?");

  /** The disjoint parts of a dataset. */
  public enum Part {
    TRAIN,
    VALIDATION,
    TEST
  }

  /**
   * Reads {@code text}.
   *
   * @throws IllegalArgumentException if it is no split
   */
  public static Split parse(String text) {
    var match = GRAMMAR.matcher(text);
    if (!match.matches()) {
      throw new IllegalArgumentException(
          ("there is no split '%s'; there are train, validation and test,"
                  + " or, for a subset of 500, train:500")
              .formatted(text));
    }
    var part = Part.valueOf(match.group(1).toUpperCase(Locale.ROOT));
    var count = match.group(2);
    return new Split(
        part, count == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(count)));
  }
}
