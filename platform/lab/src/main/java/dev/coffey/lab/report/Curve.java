package dev.coffey.lab.report;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One run's learning curve.
 *
 * @param series {@code validation/accuracy}, {@code train/loss}, …
 * @param method label of the method, as in the results
 * @param seed the run's seed
 * @param points pairs {epoch, value}, by epoch; the epoch may be a fraction
 * @param marks what happened on the way, such as another version of a plugin
 */
public record Curve(
    String series, String method, long seed, List<double[]> points, List<Mark> marks) {
  /** Something that happened after {@code epoch}. */
  public record Mark(int epoch, String text) {}

  /** Checks that every point is a pair. */
  public Curve {
    requireNonNull(series, "series is null");
    requireNonNull(method, "method is null");
    points = List.copyOf(points);
    marks = List.copyOf(marks);
    if (points.stream().anyMatch(point -> point.length != 2)) {
      throw new IllegalArgumentException(
          "a point of the curve %s of %s is no pair {epoch, value}".formatted(series, method));
    }
  }
}
