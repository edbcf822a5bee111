package dev.coffey.lab.method;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The weight of a loss as a function of the share of the stage that is done. Written as a number or
 * one of {@code linear(a, b)} (from a to b), {@code cosine(a, b)} (from a to b along half a
 * cosine), {@code ramp-down(a, zeroAt)} (from a to 0 at the share zeroAt, 0 afterwards) and {@code
 * complement(w)} (1 − w); arguments may be weights themselves.
 *
 * @param text as written
 */
public record Weight(String text, DoubleUnaryOperator overProgress) {
  /** The weight when the share {@code fraction} of the stage is done. */
  public double at(double fraction) {
    return overProgress.applyAsDouble(fraction);
  }

  /**
   * Reads a weight.
   *
   * @throws IllegalArgumentException if it is not one; the message says what is allowed
   */
  public static Weight parse(String text) {
    return new Weight(text, expression(text.strip()));
  }

  private static DoubleUnaryOperator expression(String text) {
    int open = text.indexOf('(');
    if (open < 0) {
      double constant = number(text);
      return fraction -> constant;
    }
    if (!text.endsWith(")")) {
      throw unreadable(text);
    }
    String function = text.substring(0, open).strip();
    List<DoubleUnaryOperator> arguments = arguments(text.substring(open + 1, text.length() - 1));
    int expected = function.equals("complement") ? 1 : 2;
    if (arguments.size() != expected) {
      throw unreadable(text);
    }
    DoubleUnaryOperator first = arguments.get(0);
    DoubleUnaryOperator last = arguments.get(expected - 1);
    return switch (function) {
      case "linear" -> at -> mix(first.applyAsDouble(at), last.applyAsDouble(at), at);
      case "cosine" ->
          at ->
              mix(
                  first.applyAsDouble(at),
                  last.applyAsDouble(at),
                  (1 - Math.cos(Math.PI * at)) / 2);
      case "ramp-down" ->
          at -> first.applyAsDouble(at) * Math.max(0, 1 - at / last.applyAsDouble(at));
      case "complement" -> at -> 1 - first.applyAsDouble(at);
      default -> throw unreadable(text);
    };
  }

  private static double mix(double from, double to, double share) {
    return from + (to - from) * share;
  }

  private static List<DoubleUnaryOperator> arguments(String text) {
    var arguments = new ArrayList<DoubleUnaryOperator>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      char character = i == text.length() ? ',' : text.charAt(i);
      if (character == '(') {
        depth++;
      } else if (character == ')') {
        depth--;
      } else if (character == ',' && (depth == 0 || i == text.length())) {
        arguments.add(expression(text.substring(start, i).strip()));
        start = i + 1;
      }
    }
    return arguments;
  }

  private static double number(String text) {
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below, in the user's terms
    }
    throw unreadable(text);
  }

  private static IllegalArgumentException unreadable(String text) {
    return new IllegalArgumentException(
        "a weight is a number, linear(a, b), cosine(a, b), ramp-down(a, zeroAt) or complement(w),"
            + " but is '"
            + text
            + "'");
  }
}
