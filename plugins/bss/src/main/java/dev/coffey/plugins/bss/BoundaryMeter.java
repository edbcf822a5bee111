package dev.coffey.plugins.bss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.coffey.api.Metric;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import java.util.Map;

/**
 * The mean of one figure over the samples that both networks get right. Detail: {@code samples},
 * how many these are. Empty before the first.
 */
final class BoundaryMeter implements Metric.Meter {
  /** Multiples of it, modulo 1, fill (0, 1) evenly. */
  private static final double GOLDEN_RATIO = 0.6180339887498949;

  private final Run run;
  private final Figure figure;
  private final int limit;
  private final Attack attack;
  private int seen;
  private double sum;
  private long samples;

  BoundaryMeter(Run run, Figure figure, SimilarityOptions options) {
    this.run = run;
    this.figure = figure;
    this.limit = options.samples();
    this.attack = new Attack(run, options.attack());
  }

  @Override
  public void add(Tensors outputs) {
    int taken = (int) Math.min(limit - seen, outputs.get("batch/x").getShape().get(0));
    if (taken == 0) {
      return;
    }
    seen += taken;
    var first = new First(outputs, ":" + taken);
    var labels = first.get("batch/y").toType(DataType.INT32, false);
    var teacher = first.get("teacher/logits");
    new BaseSamples(teacher, first.get("student/logits"), labels)
        .rows(taken)
        .ifPresent(
            rows -> {
              var base = labels.get(rows);
              var uniform = uniform(first.get("batch/index").get(rows));
              var target = TargetClass.draw(teacher.get(rows), base, uniform);
              compare(first.get("batch/x").get(rows), new Boundary(base, target));
            });
  }

  private record First(Tensors outputs, String range) {
    NDArray get(String name) {
      return outputs.get(name).get(range);
    }
  }

  private void compare(NDArray x, Boundary boundary) {
    var figures = figure.of(way("teacher", x, boundary), way("student", x, boundary));
    sum += figures.sum().getFloat();
    samples += figures.size();
  }

  private NDArray way(String role, NDArray x, Boundary boundary) {
    return attack.way(x, attack.walk(run.network(role), x, boundary));
  }

  /** In (0, 1], float32, (N). {@code index}: integers, (N). */
  private static NDArray uniform(NDArray index) {
    var multiples = index.toType(DataType.FLOAT64, false).add(1).mul(GOLDEN_RATIO);
    return multiples.floor().sub(multiples).add(1).toType(DataType.FLOAT32, false);
  }

  @Override
  public Map<String, Double> read() {
    return samples == 0
        ? Map.of()
        : Map.of(figure.id(), sum / samples, figure.id() + "/samples", (double) samples);
  }
}
