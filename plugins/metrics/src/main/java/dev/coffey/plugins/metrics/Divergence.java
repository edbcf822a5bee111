package dev.coffey.plugins.metrics;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Metric;
import dev.coffey.api.Run;

/**
 * {@code KL(softmax(teacher) ‖ softmax(student))} at temperature 1, in nats, averaged over the
 * samples; 0 for equal distributions. Reads {@code student/logits} and {@code teacher/logits}, (N,
 * K).
 */
final class Divergence implements Metric {
  static final String ID = "kl";

  @Override
  public boolean comparesWithTeacher() {
    return true;
  }

  @Override
  public Meter open(Run run) {
    return new MeanMeter(ID, outputs -> divergence(Compared.of(outputs)));
  }

  private static NDArray divergence(Compared batch) {
    var logP = batch.teacher().logSoftmax(1);
    var logQ = batch.student().logSoftmax(1);
    return logP.exp().mul(logP.sub(logQ)).sum(new int[] {1});
  }
}
