package dev.coffey.plugins.counterfactuals;

import ai.djl.ndarray.types.DataType;
import dev.coffey.api.Composer;
import dev.coffey.api.Option;
import dev.coffey.api.Run;

/** Pixels of {@code mask} above a threshold become 0.9999, the others 0.0001. */
final class HardMask implements Composer {
  /** Options of the composer {@code hard-mask}. */
  record Options(
      @Option(
              help = "pixels above it belong to the foreground, in [0, 1]",
              value = "0.5",
              min = 0,
              max = 1)
          double threshold) {}

  @Override
  public Class<Options> options() {
    return Options.class;
  }

  @Override
  public Mixer open(Run run) {
    float threshold = (float) run.options(Options.class).threshold();
    return batch ->
        Mask.replaced(batch, Mask.of(batch).gt(threshold).toType(DataType.FLOAT32, false));
  }
}
