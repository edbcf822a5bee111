package dev.coffey.plugins.bss;

import dev.coffey.api.Method;
import dev.coffey.api.Run;

/**
 * Distillation with boundary supporting samples: cross-entropy with the labels, plus the teacher's
 * softened labels on real samples, plus the same on samples that were moved to the teacher's
 * decision boundary; {@code L = w · L_cls + a · L_kd + b · L_bs}, where a and b fall with the share
 * of training that is done. Source: Heo, Lee, Yun, Choi 2019, "Knowledge Distillation with
 * Adversarial Samples Supporting Decision Boundary", arXiv 1805.05532; weights as in its code.
 *
 * <p>Batches: {@code x}, float32, (N, …), in [0, 1], and {@code y}, class ids, int32, (N). The
 * teacher must pass gradients to its input.
 */
final class Bss implements Method {
  @Override
  public Class<BssOptions> options() {
    return BssOptions.class;
  }

  @Override
  public Procedure open(Run run) {
    return new BssProcedure(run, run.options(BssOptions.class));
  }
}
