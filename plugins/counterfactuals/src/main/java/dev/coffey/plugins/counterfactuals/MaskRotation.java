package dev.coffey.plugins.counterfactuals;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Composer;
import dev.coffey.api.Option;
import dev.coffey.api.Run;
import dev.coffey.nn.image.AffineMap;
import dev.coffey.nn.image.Resampling;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Rotates {@code mask} about the image's centre by a random angle; what comes in from outside is
 * background. Pixels are means of their four neighbours, cut off at 0.0001 and 0.9999.
 */
final class MaskRotation implements Composer {
  /** Options of the composer {@code mask-rotation}. */
  record Options(
      @Option(
              help = "largest angle to either side, in degrees; each is equally likely",
              value = "180",
              min = 0,
              max = 180)
          double angle,
      @Option(help = "sample or batch: what gets an angle of its own", value = "sample")
          Unit per) {}

  /** What an angle is drawn for. */
  enum Unit {
    SAMPLE,
    BATCH;

    private <T> List<T> draw(int samples, Supplier<T> one) {
      return this == BATCH
          ? Collections.nCopies(samples, one.get())
          : Stream.generate(one).limit(samples).toList();
    }
  }

  @Override
  public Class<Options> options() {
    return Options.class;
  }

  @Override
  public Mixer open(Run run) {
    var options = run.options(Options.class);
    return batch -> {
      NDArray mask = Mask.of(batch);
      var maps =
          options
              .per()
              .draw(
                  Math.toIntExact(mask.getShape().get(0)),
                  () -> rotation(options.angle() * (2 * run.random().nextDouble() - 1)));
      return Mask.replaced(batch, Resampling.of(mask, maps).bilinear());
    };
  }

  private static AffineMap rotation(double degrees) {
    return AffineMap.of(false, degrees, 0, 0);
  }
}
