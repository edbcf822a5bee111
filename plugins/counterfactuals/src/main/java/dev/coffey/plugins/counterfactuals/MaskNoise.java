package dev.coffey.plugins.counterfactuals;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Composer;
import dev.coffey.api.Option;
import dev.coffey.api.Run;
import java.util.Optional;

/** Adds independent normal values to every pixel of {@code mask}, cut off at 0.0001 and 0.9999. */
final class MaskNoise implements Composer {
  /** Options of the composer {@code mask-noise}. */
  record Options(
      @Option(help = "standard deviation of what is added to a pixel", value = "0.1", min = 0)
          double std) {}

  @Override
  public Class<Options> options() {
    return Options.class;
  }

  @Override
  public Mixer open(Run run) {
    double std = run.options(Options.class).std();
    var noise = new Noise(run.random(), new NoiseOptions(std, Optional.empty()));
    return batch -> {
      NDArray mask = Mask.of(batch);
      return Mask.replaced(batch, mask.add(noise.draw(run.scratch(), mask.getShape())));
    };
  }
}
