package dev.coffey.lab.run;

import ai.djl.ndarray.index.NDIndex;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Tensors;
import dev.coffey.lab.experiment.StagePlan;
import dev.coffey.lab.method.Outputs;
import dev.coffey.nn.Workspace;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Reads the metrics of a stage that makes samples, while it makes them. If there is a judge, it
 * sees each batch, and as many images of the dataset's test split, until these end.
 */
final class SampleFigures {
  private final List<Network> judges;
  private final Iterator<Tensors> real;
  private final Meters meters;

  private SampleFigures(List<Network> judges, Iterator<Tensors> real, Meters meters) {
    this.judges = judges;
    this.real = real;
    this.meters = meters;
  }

  /**
   * Opens the metrics of {@code stage} and its judge.
   *
   * @param weights of the judge, if a stage trained it; none to leave it untrained
   */
  static SampleFigures open(StagePlan stage, Workspace workspace, NetworkBytes weights) {
    var judges =
        stage
            .judge()
            .map(judge -> Teachers.judging(workspace).open(judge, weights))
            .orElse(List.of());
    Iterator<Tensors> real =
        judges.isEmpty()
            ? Collections.emptyIterator()
            : new Splits(workspace, stage.dataset()).open("test").batches(stage.batch(), null);
    return new SampleFigures(judges, real, Meters.open(workspace, stage.metrics()));
  }

  /** Takes in what composers left; no more samples than the stage makes at a time. */
  void add(Tensors made) {
    Tensors all = Outputs.named("batch", made, Tensors.empty());
    all = named("judge", made, all);
    if (real.hasNext()) {
      all = named("real", first(made.get("x").getShape().get(0), real.next()), all);
    }
    meters.add(all);
  }

  private Tensors named(String name, Tensors batch, Tensors all) {
    Tensors result = all;
    for (Network judge : judges) {
      if (Outputs.isShown(batch, judge)) {
        String role = judge.role().replaceFirst("^judge", name);
        result = Outputs.named(role, judge.forward(batch, Mode.INFER), result);
      }
    }
    return result;
  }

  /** The first samples of {@code batch}: {@code count}, or all there are. */
  private static Tensors first(long count, Tensors batch) {
    Tensors some = Tensors.empty();
    for (String name : batch.names()) {
      var array = batch.get(name);
      long rows = Math.min(count, array.getShape().get(0));
      some = some.with(name, array.get(new NDIndex("0:{}", rows)));
    }
    return some;
  }

  Map<String, Double> read() {
    return meters.read();
  }
}
