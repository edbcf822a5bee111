package dev.coffey.lab.run;

import dev.coffey.api.Dataset.Source;
import dev.coffey.api.Metric;
import dev.coffey.api.Network;
import dev.coffey.api.Tensors;
import dev.coffey.lab.experiment.Resolved;
import dev.coffey.lab.method.Outputs;
import dev.coffey.nn.Workspace;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Passes a split through a network once and reads all metrics. */
final class Evaluation {
  private static final int MOST_SAMPLES = 500;
  private static final int FEW = 2;

  /** A network keeps its maps until it is through, and they grow with its multiply-adds. */
  private static final long MOST_MULTIPLY_ADDS = 1L << 34;

  private final Workspace workspace;
  private List<Resolved<Metric>> metrics;

  Evaluation(Workspace workspace, List<Resolved<Metric>> metrics) {
    this.workspace = workspace;
    this.metrics = metrics;
  }

  /** Samples a batch: 500, or fewer of what {@code networks} have much work with. */
  static int batch(List<Network> networks) {
    long most = networks.stream().mapToLong(Network::multiplyAdds).max().orElse(0);
    return (int) Math.max(1, Math.min(MOST_SAMPLES, MOST_MULTIPLY_ADDS / Math.max(1, most)));
  }

  /** From now on other versions measure. */
  void exchange(List<Resolved<Metric>> others) {
    metrics = others;
  }

  /** Metrics that need no teacher, of the networks {@code judged} alone; none if there are none. */
  Map<String, Double> alone(Source source, List<Network> judged) {
    return read(source, judged, List.of(), ofOneAlone());
  }

  /** All metrics; those that compare only if there are {@code teachers}. */
  Map<String, Double> beside(Source source, List<Network> judged, List<Network> teachers) {
    return teachers.isEmpty() ? alone(source, judged) : read(source, judged, teachers, metrics);
  }

  /** Shows a few samples to all metrics: what one of them lacks, it says at its first batch. */
  void tryOut(Source source, List<Network> judged, List<Network> teachers) {
    var meters = Meters.open(workspace, teachers.isEmpty() ? ofOneAlone() : metrics);
    workspace.step(
        () -> {
          meters.add(outputs(source.batches(FEW, null).next(), judged, teachers));
          return null;
        });
  }

  private List<Resolved<Metric>> ofOneAlone() {
    return metrics.stream().filter(metric -> !metric.service().comparesWithTeacher()).toList();
  }

  private Map<String, Double> read(
      Source source, List<Network> judged, List<Network> teachers, List<Resolved<Metric>> chosen) {
    if (judged.isEmpty()) {
      return Map.of();
    }
    var meters = Meters.open(workspace, chosen);
    List<Network> all = Stream.concat(judged.stream(), teachers.stream()).toList();
    var batches = source.batches(batch(all), null);
    while (batches.hasNext()) {
      workspace.step(
          () -> {
            meters.add(outputs(batches.next(), judged, teachers));
            return null;
          });
    }
    return meters.read();
  }

  /** The judged networks count as the student's, whoever they are. */
  private static Tensors outputs(Tensors batch, List<Network> judged, List<Network> teachers) {
    Tensors all = Outputs.named("batch", batch, Tensors.empty());
    for (Network network : judged) {
      if (Outputs.isShown(batch, network)) {
        String role = network.role().replaceFirst("^teacher", "student");
        all = Outputs.named(role, network.forward(batch, dev.coffey.api.Mode.INFER), all);
      }
    }
    return Outputs.add(all, teachers, batch);
  }
}
