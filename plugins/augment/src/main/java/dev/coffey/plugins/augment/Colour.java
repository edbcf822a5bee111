package dev.coffey.plugins.augment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * Brightness, contrast and saturation, as torchvision's {@code ColorJitter} blends them, but always
 * in this order and cut off at 0 and 1 once, at the end.
 */
final class Colour {
  private static final int CHANNELS = 3;
  // luma of red, green and blue: ITU-R BT.601
  private static final float[] GREY = {0.299f, 0.587f, 0.114f};

  private final ColourOptions options;

  Colour(ColourOptions options) {
    this.options = options;
  }

  /** Refuses saturation for images of {@code input}, (C, H, W), that have none. */
  void check(Shape input) {
    if (options.saturation() > 0 && input.get(0) != CHANNELS) {
      throw new IllegalArgumentException(
          "colour.saturation needs images of 3 channels, but they are " + input);
    }
  }

  /** {@code x}: (N, C, H, W); the result is of the same shape and range. */
  NDArray apply(NDArray x, Draws draws) {
    NDArray changed = x;
    if (options.brightness() > 0) {
      changed = changed.mul(draws.factors(options.brightness()));
    }
    if (options.contrast() > 0) {
      NDArray mean = changed.reshape(draws.images(), -1).mean(new int[] {1});
      changed =
          spread(changed, mean.reshape(draws.images(), 1, 1, 1), draws.factors(options.contrast()));
    }
    if (options.saturation() > 0) {
      NDArray weights = draws.manager().create(GREY, new Shape(1, CHANNELS, 1, 1));
      NDArray grey = changed.mul(weights).sum(new int[] {1}, true);
      changed = spread(changed, grey, draws.factors(options.saturation()));
    }
    return changed == x ? x : changed.clip(0, 1);
  }

  private static NDArray spread(NDArray x, NDArray centre, NDArray factor) {
    return x.sub(centre).mul(factor).add(centre);
  }
}
