package dev.coffey.benchmarks.measure;

import java.util.List;

/** Measured values, of which order alone is trusted: outliers on a shared machine are large. */
public record Sample(List<Double> values) {
  private static final double HALF_OF_95_PERCENT = 1.96;

  /** Sorts them. */
  public Sample {
    values = values.stream().sorted().toList();
    if (values.isEmpty()) {
      throw new IllegalArgumentException("there is nothing measured");
    }
  }

  /** The middle one. */
  public double median() {
    int size = values.size();
    return (values.get((size - 1) / 2) + values.get(size / 2)) / 2;
  }

  /** The smallest value that {@code share} of all don't exceed. */
  public double quantile(double share) {
    int rank = (int) Math.ceil(share * values.size());
    return values.get(Math.max(1, rank) - 1);
  }

  /**
   * Lower end of the median's 95 % interval, by ranks: of n values k or fewer lie below the true
   * median with a binomial probability, here in its normal approximation.
   */
  public double low() {
    return values.get(Math.max(0, outsideInterval() - 1));
  }

  /** Upper end of the median's 95 % interval. */
  public double high() {
    return values.get(Math.min(values.size() - 1, values.size() - outsideInterval()));
  }

  private int outsideInterval() {
    int size = values.size();
    return (int) Math.floor((size - HALF_OF_95_PERCENT * Math.sqrt(size)) / 2);
  }
}
