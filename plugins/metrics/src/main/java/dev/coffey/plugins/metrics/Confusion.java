package dev.coffey.plugins.metrics;

import dev.coffey.api.Metric;
import dev.coffey.api.Run;

/**
 * Which classes the student takes for which. The figure {@code confusion} is the share of samples
 * off the diagonal, in [0, 1]; the detail {@code confusion/TRUE/PREDICTED} is the number of samples
 * of class TRUE taken for class PREDICTED, left out where there are none. Reads {@code
 * student/logits}, (N, K), and {@code batch/y}, (N).
 */
final class Confusion implements Metric {
  static final String ID = "confusion";

  @Override
  public Meter open(Run run) {
    return new ConfusionMeter();
  }
}
