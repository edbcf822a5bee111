package dev.coffey.plugins.classical;

import dev.coffey.api.Option;

/** Options of the loss {@code attention-transfer}. */
public record AttentionTransferOptions(
    @Option(
            help = "exponent of activations, at least 1; larger ones look at the strongest only",
            value = "2",
            min = 1)
        double power) {
  /** Refuses exponents below one, whose derivative at 0 is infinite. */
  public AttentionTransferOptions {
    Refused.unless(power >= 1, "power must be at least 1, but is %s", power);
  }
}
