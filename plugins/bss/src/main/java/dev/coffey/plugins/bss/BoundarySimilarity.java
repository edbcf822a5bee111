package dev.coffey.plugins.bss;

import dev.coffey.api.Metric;
import dev.coffey.api.Run;

/**
 * How alike the decision boundaries of student and teacher are: samples that both get right are
 * moved to the boundary of each, from the same base to the same target class, and the two ways are
 * compared, in units of normalised images. Source: Heo, Lee, Yun, Choi 2019 (MagSim, AngSim).
 *
 * <p>Reads {@code student/logits} and {@code teacher/logits}, (N, K), {@code batch/x}, {@code
 * batch/y}, (N), and {@code batch/index}, (N), and asks the networks for gradients. The target is
 * drawn with the teacher's probabilities, by a number that depends on the sample's index alone: all
 * students of a teacher are asked about the same boundaries.
 */
record BoundarySimilarity(Figure figure) implements Metric {
  @Override
  public Class<SimilarityOptions> options() {
    return SimilarityOptions.class;
  }

  @Override
  public boolean comparesWithTeacher() {
    return true;
  }

  @Override
  public Meter open(Run run) {
    return new BoundaryMeter(run, figure, run.options(SimilarityOptions.class));
  }
}
