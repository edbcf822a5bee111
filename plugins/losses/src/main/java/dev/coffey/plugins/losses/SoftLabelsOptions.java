package dev.coffey.plugins.losses;

import dev.coffey.api.Option;

/** Options of the loss {@code kd-kl}. */
public record SoftLabelsOptions(
    @Option(help = "softmax temperature of both sides, above 0", value = "4", min = 0)
        double temperature,
    @Option(
            help =
                "whether to multiply by the temperature squared, which keeps the gradient's size",
            value = "true")
        boolean scaleByTemperature) {
  /** Refuses a temperature of zero. */
  public SoftLabelsOptions {
    if (!(temperature > 0)) {
      throw new IllegalArgumentException("temperature must be above 0, but is " + temperature);
    }
  }
}
