package dev.coffey.kernel.config;

import static java.util.Objects.requireNonNull;

/**
 * Where a value came from.
 *
 * @param source the file as the user named it, {@code -D}, {@code recipe kd}, {@code default}, …;
 *     empty if unknown
 * @param line line in the source, from 1; 0 where the source has no lines or the whole is meant
 */
public record Origin(String source, int line) {
  /** What nobody wrote. */
  public static final Origin UNKNOWN = new Origin("", 0);

  /** What was given on the command line. */
  public static final Origin OVERRIDE = new Origin("-D", 0);

  /** Checks that there is a source and that the line is not below zero. */
  public Origin {
    requireNonNull(source, "source is null");
    if (line < 0) {
      throw new IllegalArgumentException("line must be at least 0, but is " + line);
    }
  }

  /** The whole of {@code source}. */
  public static Origin of(String source) {
    return new Origin(source, 0);
  }

  /** {@code examples/first.yaml:7}, or the source alone where there is no line. */
  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line;
  }
}
