package dev.coffey.lab.run;

import dev.coffey.api.Metric;
import dev.coffey.api.Tensors;
import dev.coffey.lab.experiment.Resolved;
import dev.coffey.nn.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Metrics at work on one pass over samples. */
record Meters(List<Metric.Meter> all) {
  static Meters open(Workspace workspace, List<Resolved<Metric>> metrics) {
    return new Meters(metrics.stream().map(metric -> open(workspace, metric)).toList());
  }

  private static Metric.Meter open(Workspace workspace, Resolved<Metric> metric) {
    return metric
        .service()
        .open(workspace.view("metric/" + metric.offer().id(), metric.optionSource()));
  }

  /** Takes in one batch. */
  void add(Tensors outputs) {
    all.forEach(meter -> meter.add(outputs));
  }

  /** All figures so far, in the order of the metrics. */
  Map<String, Double> read() {
    var values = new LinkedHashMap<String, Double>();
    all.forEach(meter -> values.putAll(meter.read()));
    return values;
  }
}
