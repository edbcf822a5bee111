package dev.coffey.plugins.skdcgn;

import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Student;
import java.util.List;

/**
 * Small generators that take the place of a counterfactual generative network's mechanisms: {@code
 * student} makes masks, {@code student.texture} the object's texture, {@code student.background}
 * what is behind it; see {@link Cast} where some are left out. Their sizes come from the options
 * alone. With the defaults 65,121 parameters for masks and 65,411 for images; each has a table of
 * classes of its own, so that it can be exchanged alone.
 */
final class TinyCgn implements Student {
  @Override
  public Class<? extends Record> options() {
    return TinyCgnOptions.class;
  }

  @Override
  public List<Network> open(Run run) {
    var options = run.options(TinyCgnOptions.class);
    return new Cast(options.mechanisms()).build(run, options::generator);
  }
}
