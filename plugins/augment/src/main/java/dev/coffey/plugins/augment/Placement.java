package dev.coffey.plugins.augment;

import ai.djl.ndarray.NDArray;
import dev.coffey.nn.image.AffineMap;
import dev.coffey.nn.image.Resampling;
import java.util.stream.Stream;

/** Mirrors, rotates and shifts images, all in one resampling, so that they are blurred once. */
final class Placement {
  private final int shift;
  private final double horizontalFlip;
  private final double rotation;

  Placement(AugmentOptions options) {
    shift = options.shift();
    horizontalFlip = options.horizontalFlip();
    rotation = options.rotation();
  }

  /** {@code x}: (N, C, H, W); the result is of the same shape and range. */
  NDArray apply(NDArray x, Draws draws) {
    if (shift == 0 && horizontalFlip == 0 && rotation == 0) {
      return x;
    }
    var maps = Stream.generate(() -> map(draws)).limit(draws.images()).toList();
    var resampling = Resampling.of(x, maps);
    return rotation == 0 ? resampling.copied() : resampling.bilinear();
  }

  private AffineMap map(Draws draws) {
    return AffineMap.of(
        draws.happens(horizontalFlip),
        draws.either(rotation),
        draws.whole(shift),
        draws.whole(shift));
  }
}
