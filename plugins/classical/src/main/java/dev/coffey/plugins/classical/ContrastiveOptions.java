package dev.coffey.plugins.classical;

import dev.coffey.api.Option;

/** Options of the loss {@code crd}. */
public record ContrastiveOptions(
    @Option(
            help = "number of training samples, one row of each memory bank for every one",
            value = "2000",
            min = 2)
        int samples,
    @Option(help = "samples of other classes that each sample is told from", value = "512", min = 1)
        int negatives,
    @Option(help = "dimensions of the embeddings", value = "128", min = 1) int width,
    @Option(help = "temperature of the critic, above 0", value = "0.07", min = 0)
        double temperature,
    @Option(
            help = "share of a bank's row that stays when its sample is seen again, in [0, 1)",
            value = "0.5",
            min = 0,
            max = 1)
        double momentum) {
  /** Refuses what leaves nothing to compare. */
  public ContrastiveOptions {
    Refused.unless(samples >= 2, "samples must be at least 2, but is %s", samples);
    Refused.unless(negatives >= 1, "negatives must be at least 1, but is %s", negatives);
    Refused.unless(width >= 1, "width must be at least 1, but is %s", width);
    Refused.unless(temperature > 0, "temperature must be above 0, but is %s", temperature);
    Refused.unless(
        momentum >= 0 && momentum < 1, "momentum must be in [0, 1), but is %s", momentum);
  }
}
