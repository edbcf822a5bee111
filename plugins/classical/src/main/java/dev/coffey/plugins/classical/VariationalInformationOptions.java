package dev.coffey.plugins.classical;

import dev.coffey.api.Option;

/** Options of the loss {@code vid}. */
public record VariationalInformationOptions(
    @Option(
            help = "variance of every channel at the start, at least 0.01",
            value = "5",
            min = Variance.LEAST)
        double variance) {
  /** Refuses variances that would make the first steps too large. */
  public VariationalInformationOptions {
    Refused.unless(
        variance >= Variance.LEAST && Double.isFinite(variance),
        "variance must be at least 0.01 and finite, but is %s",
        variance);
  }
}
