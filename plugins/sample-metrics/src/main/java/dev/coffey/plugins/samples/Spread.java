package dev.coffey.plugins.samples;

import java.util.Arrays;

/**
 * How values lie that were found on parts of the samples.
 *
 * @param deviation with n: the parts are all there are
 */
record Spread(double mean, double deviation) {
  static Spread of(double... values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    return new Spread(mean, Math.sqrt(squares / values.length));
  }

  /** Where part {@code at} of {@code parts} parts begins, as equal as can be. */
  static int start(int count, int at, int parts) {
    return Math.toIntExact((long) count * at / parts);
  }
}
