package dev.coffey.plugins.counterfactuals;

import dev.coffey.api.Composer;
import dev.coffey.api.Option;
import dev.coffey.api.Run;

/** Makes the foreground translucent: {@code factor · mask}, cut off at 0.0001 and 0.9999. */
final class MaskOpacity implements Composer {
  /** Options of the composer {@code mask-opacity}. */
  record Options(
      @Option(help = "factor of the mask, in [0, 1]", value = "0.75", min = 0, max = 1)
          double factor) {}

  @Override
  public Class<Options> options() {
    return Options.class;
  }

  @Override
  public Mixer open(Run run) {
    float factor = (float) run.options(Options.class).factor();
    return batch -> Mask.replaced(batch, Mask.of(batch).mul(factor));
  }
}
