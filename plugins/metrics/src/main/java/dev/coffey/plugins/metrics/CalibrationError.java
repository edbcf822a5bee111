package dev.coffey.plugins.metrics;

import dev.coffey.api.Metric;
import dev.coffey.api.Run;

/**
 * Expected calibration error, in [0, 1]: samples are put into equally wide bins by the student's
 * confidence (its largest softmax probability); the figure is {@code Σ |B|/N · |accuracy(B) −
 * confidence(B)|} over the bins B. A confidence on the edge of two bins belongs to the lower one.
 * Reads {@code student/logits}, (N, K), and {@code batch/y}, (N). Source: Guo, Pleiss, Sun,
 * Weinberger 2017, equation 3.
 */
final class CalibrationError implements Metric {
  static final String ID = "ece";

  @Override
  public Class<? extends Record> options() {
    return CalibrationOptions.class;
  }

  @Override
  public Meter open(Run run) {
    return new CalibrationMeter(run, run.options(CalibrationOptions.class).bins());
  }
}
