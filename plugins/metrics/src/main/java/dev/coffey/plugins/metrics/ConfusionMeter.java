package dev.coffey.plugins.metrics;

import dev.coffey.api.Metric;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts pairs of label and prediction. Empty before the first sample. */
final class ConfusionMeter implements Metric.Meter {
  private int classes;
  private long[] counts = {};

  @Override
  public void add(Tensors outputs) {
    var batch = Judged.of(outputs);
    check(batch.classes());
    var truth = batch.labels().oneHot(classes);
    var predicted = batch.predicted().oneHot(classes);
    // Row i, column j: the samples of label i with prediction j. Exact in float32 up to 2^24.
    var matrix = truth.transpose().matMul(predicted).toFloatArray();
    for (int cell = 0; cell < matrix.length; cell++) {
      counts[cell] += (long) matrix[cell];
    }
  }

  @Override
  public Map<String, Double> read() {
    var figures = new LinkedHashMap<String, Double>();
    long samples = 0;
    long right = 0;
    for (int cell = 0; cell < counts.length; cell++) {
      var label = cell / classes;
      var prediction = cell % classes;
      samples += counts[cell];
      right += label == prediction ? counts[cell] : 0;
      if (counts[cell] > 0) {
        figures.put("%s/%d/%d".formatted(Confusion.ID, label, prediction), (double) counts[cell]);
      }
    }
    if (samples > 0) {
      figures.put(Confusion.ID, (double) (samples - right) / samples);
    }
    return figures;
  }

  private void check(int found) {
    if (counts.length == 0) {
      classes = found;
      counts = new long[found * found];
    } else if (found != classes) {
      throw new ShapeMismatch(
          "student/logits had %d classes before, but has %d now".formatted(classes, found));
    }
  }
}
