package dev.coffey.lab.result;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * A method against the baseline, paired by seed: method − baseline.
 *
 * @param method label of the method
 * @param baseline label of the baseline
 * @param metric name of the metric
 * @param mean mean difference over the pairs
 * @param low lower end of the 95 % interval of the mean (Student's t, n − 1 degrees of freedom);
 *     NaN with fewer than two pairs
 * @param high upper end of it
 * @param values one difference a seed that succeeded in both, in the order of the seeds
 */
public record Difference(
    String method,
    String baseline,
    String metric,
    double mean,
    double low,
    double high,
    List<Double> values) {
  private static final double UPPER_TAIL = 0.975;

  /** Checks that nothing is missing. */
  public Difference {
    requireNonNull(method, "method is null");
    requireNonNull(baseline, "baseline is null");
    requireNonNull(metric, "metric is null");
    values = List.copyOf(values);
  }

  /** Mean and interval of {@code values}, all finite and at least one. */
  public static Difference paired(
      String method, String baseline, String metric, List<Double> values) {
    var summary = Summary.of(values);
    double half = halfWidth(summary);
    double mean = summary.mean();
    return new Difference(method, baseline, metric, mean, mean - half, mean + half, values);
  }

  /** Whether there are pairs enough for an interval. */
  public boolean hasInterval() {
    return Double.isFinite(low) && Double.isFinite(high);
  }

  /** Whether there is an interval, and zero is outside. */
  public boolean excludesZero() {
    return low > 0 || high < 0;
  }

  private static double halfWidth(Summary summary) {
    int pairs = summary.count();
    if (pairs < 2) {
      return Double.NaN;
    }
    double quantile = new TDistribution(pairs - 1).inverseCumulativeProbability(UPPER_TAIL);
    return quantile * summary.std() / Math.sqrt(pairs);
  }
}
