package dev.coffey.plugins.metrics;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Metric;
import dev.coffey.api.Tensors;
import java.util.Map;
import java.util.function.Function;

/** The mean over all samples of one number a sample. Empty before the first sample. */
final class MeanMeter implements Metric.Meter {
  private final String id;
  private final Function<Tensors, NDArray> figures;
  private double sum;
  private long samples;

  /** {@code figures}: makes one number a sample, float32, (N). */
  MeanMeter(String id, Function<Tensors, NDArray> figures) {
    this.id = id;
    this.figures = figures;
  }

  @Override
  public void add(Tensors outputs) {
    var batch = figures.apply(outputs);
    sum += batch.sum().getFloat();
    samples += batch.size();
  }

  @Override
  public Map<String, Double> read() {
    return samples == 0 ? Map.of() : Map.of(id, sum / samples);
  }
}
