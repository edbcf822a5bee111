package dev.coffey.plugins.augment;

import dev.coffey.api.Option;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Options of the composers {@code mixup} and {@code cutmix}. */
public record MixingOptions(
    @Option(
            help =
                "shares are drawn from Beta(alpha, alpha); above 0; the smaller, the less is mixed",
            value = "1",
            min = 0)
        double alpha,
    @Option(help = "batch or sample: what gets a share of its own", value = "batch") Unit per) {
  /** What a share is drawn for. */
  public enum Unit {
    /** All images of a batch have the same. */
    BATCH,
    /** Every image has its own. */
    SAMPLE;

    /** What each of {@code samples} gets: one that all share, or one each. */
    <T> List<T> draw(int samples, Supplier<T> one) {
      return this == BATCH
          ? Collections.nCopies(samples, one.get())
          : Stream.generate(one).limit(samples).toList();
    }
  }

  /** Refuses an alpha of zero. */
  public MixingOptions {
    if (!(alpha > 0)) {
      throw new IllegalArgumentException("alpha must be above 0, but is " + alpha);
    }
  }
}
