package dev.coffey.plugins.classical;

import dev.coffey.api.Option;

/** Options of the loss {@code dkd}. */
public record DecoupledLabelsOptions(
    @Option(help = "weight of the teacher's certainty of the label (TCKD)", value = "1", min = 0)
        double alpha,
    @Option(help = "weight of its opinion of the other classes (NCKD)", value = "8", min = 0)
        double beta,
    @Option(help = "softmax temperature of both sides, above 0", value = "4", min = 0)
        double temperature,
    @Option(
            help = "epochs over which the loss rises linearly to its full weight; 0 for none",
            value = "20",
            min = 0)
        int warmUpEpochs) {
  /** Refuses a temperature of zero, and weights or epochs below it. */
  public DecoupledLabelsOptions {
    Refused.unless(alpha >= 0, "alpha must not be negative, but is %s", alpha);
    Refused.unless(beta >= 0, "beta must not be negative, but is %s", beta);
    Refused.unless(temperature > 0, "temperature must be above 0, but is %s", temperature);
    Refused.unless(
        warmUpEpochs >= 0, "warm-up-epochs must not be negative, but is %s", warmUpEpochs);
  }
}
