package dev.coffey.plugins.invariant;

import dev.coffey.api.Classifier;
import dev.coffey.api.Run;

/**
 * Learns the labels {@code y} of images {@code x} from scratch, with {@link ShapeLayers} and
 * cross-entropy: of counterfactual images, whose labels are those of the shapes, it learns to look
 * at nothing else. Its network's optimiser is that of the group {@code classifier}.
 */
final class InvariantClassifier implements Classifier {
  @Override
  public Class<InvariantOptions> options() {
    return InvariantOptions.class;
  }

  @Override
  public Judge open(Run run) {
    var options = run.options(InvariantOptions.class);
    var block = new ShapeLayers(options.network()).block("invariant", run.data());
    return new ShapeJudge(run, run.build("classifier", block, run.data().input()), options);
  }
}
