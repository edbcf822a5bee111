package dev.coffey.plugins.metrics;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Metric;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.RunSource;
import java.util.Map;
import java.util.function.Function;

/** Small batches for the tests of this module. */
final class Batches {
  private Batches() {}

  static Tensors judged(NDManager manager, float[][] student, int... labels) {
    return Tensors.of("student/logits", manager.create(student))
        .with("batch/y", manager.create(labels, new Shape(labels.length)));
  }

  static Tensors compared(NDManager manager, float[][] student, float[][] teacher) {
    return Tensors.of("student/logits", manager.create(student))
        .with("teacher/logits", manager.create(teacher));
  }

  /** Logits whose softmax is {@code probabilities}. */
  static float[] logits(double... probabilities) {
    var logits = new float[probabilities.length];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) Math.log(probabilities[i]);
    }
    return logits;
  }

  /** The figures of one pass of one batch. Closes {@code session}. */
  static Map<String, Double> figures(
      RunSource.Session session, Metric metric, Function<NDManager, Tensors> batch) {
    try (session) {
      var meter = metric.open(session.run());
      session.step(
          () -> {
            meter.add(batch.apply(session.run().scratch()));
            return true;
          });
      return meter.read();
    }
  }
}
