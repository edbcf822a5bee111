package dev.coffey.plugins.cgn;

import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Student;
import java.util.List;

/**
 * Three mechanisms of a counterfactual generative network: {@code student} makes masks, {@code
 * student.texture} the object's texture, {@code student.background} what is behind it. Their sizes
 * come from the options alone, so that they can be opened where there is other data. Textures and
 * backgrounds aren't shuffled here: that belongs to putting images together. With the defaults
 * 194,914 and twice 232,489 parameters, and 100 more each for its label embedding.
 */
final class Cgn implements Student {
  @Override
  public Class<? extends Record> options() {
    return CgnOptions.class;
  }

  @Override
  public List<Network> open(Run run) {
    var options = run.options(CgnOptions.class);
    var input = Mechanism.latents(options).shape();
    return List.of(
        run.build("student", Mechanism.shape(options), input),
        run.build("student.texture", Mechanism.texture(options), input),
        run.build("student.background", Mechanism.texture(options), input));
  }
}
