package dev.coffey.plugins.augment;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Composer;
import dev.coffey.api.Run;

/**
 * Changes every image of a batch at random, always in this order: mirrored, rotated and shifted in
 * one resampling; brightness, contrast, saturation, then cut off at 0 and 1; a box erased. Every
 * image has random numbers of its own.
 *
 * <p>{@code x}: images, float32, (N, C, H, W), in [0, 1], and so is the result. Everything else in
 * the batch stays as it is.
 */
final class Augment implements Composer {
  @Override
  public Class<AugmentOptions> options() {
    return AugmentOptions.class;
  }

  @Override
  public Mixer open(Run run) {
    var options = run.options(AugmentOptions.class);
    var placement = new Placement(options);
    var colour = new Colour(options.colour());
    var erasing = new Erasing(options.erasing());
    colour.check(run.data().input());
    return batch -> {
      NDArray x = batch.get("x");
      Images.check(x);
      var draws = new Draws(run.random(), run.scratch(), Math.toIntExact(x.getShape().get(0)));
      NDArray changed = colour.apply(placement.apply(x, draws), draws);
      return batch.with("x", erasing.apply(changed, draws));
    };
  }
}
