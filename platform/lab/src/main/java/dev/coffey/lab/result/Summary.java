package dev.coffey.lab.result;

import java.util.List;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/**
 * A figure over the seeds of a method.
 *
 * @param mean arithmetic mean of the values that are there; NaN if there are none
 * @param std sample standard deviation (n − 1); 0 with one value, NaN with none
 * @param values one value a successful run, in the order of the seeds; NaN where a run has none
 */
public record Summary(double mean, double std, List<Double> values) {
  /** Keeps the values; what is not finite counts as missing. */
  public Summary {
    values = finiteOrNaN(values);
  }

  /** Mean and deviation of {@code values}; what is not finite counts as missing. */
  public static Summary of(List<Double> values) {
    var statistics = new DescriptiveStatistics();
    values.stream().filter(Double::isFinite).forEach(statistics::addValue);
    return new Summary(statistics.getMean(), statistics.getStandardDeviation(), values);
  }

  /** How many values are there. */
  public int count() {
    return (int) values.stream().filter(Double::isFinite).count();
  }

  private static List<Double> finiteOrNaN(List<Double> values) {
    return values.stream().map(value -> Double.isFinite(value) ? value : Double.NaN).toList();
  }
}
