package dev.coffey.plugins.skdcgn;

import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Student;
import java.util.List;

/**
 * TinyGAN's generator as it was published, one for each mechanism, with the roles of {@link
 * TinyCgn}: five doublings, 512 channels at first. With the defaults 6,240,963 parameters for
 * images of 256 pixels. Source: Chang and Lu 2020; Ambekar et al. 2022 for the use. Theirs starts
 * its table of classes from a classifier's weights, this one from a normal distribution.
 */
final class TinyGan implements Student {
  @Override
  public Class<? extends Record> options() {
    return TinyGanOptions.class;
  }

  @Override
  public List<Network> open(Run run) {
    var options = run.options(TinyGanOptions.class);
    return new Cast(options.mechanisms()).build(run, mechanism -> options.generator());
  }
}
