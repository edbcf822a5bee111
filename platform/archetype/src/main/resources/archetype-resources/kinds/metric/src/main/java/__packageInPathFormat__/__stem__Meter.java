package ${package};

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Metric.Meter;
import dev.coffey.api.Tensors;
import java.util.Map;

/** One pass over the data: sums now, divides when read. Empty before the first sample. */
final class ${stem}Meter implements Meter {
  private final double temperature;
  private double sum;
  private long samples;

  ${stem}Meter(double temperature) {
    this.temperature = temperature;
  }

  @Override
  public void add(Tensors outputs) {
    NDArray logits = outputs.get("student/logits");
    NDArray oneHot = outputs.get("batch/y").oneHot((int) logits.getShape().get(1));
    sum -= logits.div(temperature).logSoftmax(1).mul(oneHot).sum().getFloat();
    samples += logits.getShape().get(0);
  }

  @Override
  public Map<String, Double> read() {
    return samples == 0 ? Map.of() : Map.of(${service}.ID, sum / samples);
  }
}
