package dev.coffey.plugins.counterfactuals;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Composer;
import dev.coffey.api.Option;
import dev.coffey.api.Run;

/**
 * Multiplies mask, foreground and background by constants before they are blended. Those of images
 * are meant in units of [−1, 1], in which mechanisms work: in [0, 1] an image becomes ½ + c ·
 * (image − ½), not cut off. The mask is, at 0.0001 and 0.9999.
 *
 * <p>Replaces {@code mask}, {@code foreground-image} and {@code background-image}, all (N, …, H,
 * W).
 */
final class Importance implements Composer {
  private static final float GREY = 0.5f;

  /** Options of the composer {@code importance}. */
  record Options(
      @Option(help = "factor of the mask", value = "1", min = 0) double mask,
      @Option(help = "factor of the foreground", value = "1", min = 0) double texture,
      @Option(help = "factor of the background", value = "1", min = 0) double background) {}

  @Override
  public Class<Options> options() {
    return Options.class;
  }

  @Override
  public Mixer open(Run run) {
    var options = run.options(Options.class);
    return batch ->
        Mask.replaced(batch, Mask.of(batch).mul((float) options.mask()))
            .with("foreground-image", scaled(batch.get("foreground-image"), options.texture()))
            .with("background-image", scaled(batch.get("background-image"), options.background()));
  }

  private static NDArray scaled(NDArray image, double factor) {
    return image.sub(GREY).mul((float) factor).add(GREY);
  }
}
