package dev.coffey.plugins.metrics;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Memory;
import dev.coffey.api.Metric;
import dev.coffey.api.Tensors;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * Sums {@code right − confidence} a bin: {@code |B|/N · |accuracy(B) − confidence(B)|} is the size
 * of that sum over N, so nothing else need be kept. Empty before the first sample.
 */
final class CalibrationMeter implements Metric.Meter {
  private final Memory run;
  private final int bins;
  private final double[] gaps;
  private long samples;

  CalibrationMeter(Memory run, int bins) {
    this.run = run;
    this.bins = bins;
    this.gaps = new double[bins];
  }

  @Override
  public void add(Tensors outputs) {
    var batch = Judged.of(outputs);
    var column = new Shape(batch.size(), 1);
    var confidence = batch.logits().softmax(1).max(new int[] {1}).reshape(column);
    var gap = batch.right().reshape(column).sub(confidence);
    var sums = membership(confidence).mul(gap).sum(new int[] {0}).toFloatArray();
    for (int bin = 0; bin < bins; bin++) {
      gaps[bin] += sums[bin];
    }
    samples += batch.size();
  }

  @Override
  public Map<String, Double> read() {
    return samples == 0
        ? Map.of()
        : Map.of(CalibrationError.ID, DoubleStream.of(gaps).map(Math::abs).sum() / samples);
  }

  /** 1 where a sample's confidence lies in (lower, upper] of a bin: float32, (N, bins). */
  private NDArray membership(NDArray confidence) {
    var lower = new float[bins];
    var upper = new float[bins];
    for (int bin = 0; bin < bins; bin++) {
      lower[bin] = (float) bin / bins;
      upper[bin] = (float) (bin + 1) / bins;
    }
    // A softmax may be rounded to a little more than 1.
    upper[bins - 1] = 2;
    var above = confidence.gt(edges(lower)).toType(DataType.FLOAT32, false);
    return above.mul(confidence.lte(edges(upper)).toType(DataType.FLOAT32, false));
  }

  private NDArray edges(float[] values) {
    return run.scratch().create(values, new Shape(1, bins));
  }
}
