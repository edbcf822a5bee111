package dev.coffey.plugins.latents;

import dev.coffey.api.Dataset;
import dev.coffey.api.Run;
import dev.coffey.nn.Seeds;
import dev.coffey.nn.data.Split;

/**
 * What a conditional generator is asked, for distillation that has no data: noise drawn once, each
 * number from N(0, 1) or from what {@code noise} makes of it, and classes in turn. The splits are
 * drawn independently of each other.
 */
final class Latents implements Dataset {
  @Override
  public Class<LatentsOptions> options() {
    return LatentsOptions.class;
  }

  @Override
  public Source open(Run run, String text) {
    var options = run.options(LatentsOptions.class);
    var split = Split.parse(text);
    int count = split.part() == Split.Part.TRAIN ? options.samples() : options.heldOut();
    var random = Seeds.generator(options.seed(), "latents", split.part().name());
    var all = Queries.draw(run, options, count, random);
    return split.count().isPresent() ? all.balanced(split.count().getAsInt(), run.random()) : all;
  }
}
