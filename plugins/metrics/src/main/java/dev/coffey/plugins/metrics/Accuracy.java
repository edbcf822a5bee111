package dev.coffey.plugins.metrics;

import dev.coffey.api.Metric;
import dev.coffey.api.Run;

/**
 * Share of samples whose label is the student's most probable class, in [0, 1]; of equal logits the
 * lowest class counts. Reads {@code student/logits}, (N, K), and {@code batch/y}, (N).
 */
final class Accuracy implements Metric {
  static final String ID = "accuracy";

  @Override
  public Meter open(Run run) {
    return new MeanMeter(ID, outputs -> Judged.of(outputs).right());
  }
}
