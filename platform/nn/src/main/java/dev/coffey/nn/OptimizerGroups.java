package dev.coffey.nn;

import ai.djl.ndarray.NDArray;
import dev.coffey.nn.optim.Optimizer;
import dev.coffey.nn.optim.OptimizerOptions;
import dev.coffey.nn.optim.ScheduleOptions;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The run's optimisers, by group, made when first stepped. */
final class OptimizerGroups {
  private static final String DEFAULT_GROUP = "student";

  private record Settings(OptimizerOptions optimizer, ScheduleOptions schedule) {}

  private final EngineAccess engine;
  private final Map<String, Settings> settings = new LinkedHashMap<>();
  private final Map<String, Optimizer> optimizers = new LinkedHashMap<>();

  OptimizerGroups(EngineAccess engine) {
    this.engine = engine;
  }

  /** Sets up a group; the state it may have had is gone. */
  void configure(String group, OptimizerOptions optimizer, ScheduleOptions schedule) {
    settings.put(group, new Settings(optimizer, schedule));
    Optimizer former = optimizers.remove(group);
    if (former != null) {
      former.close();
    }
  }

  void step(String group, List<Optimizer.Target> targets, double fraction) {
    Settings chosen = settings(group);
    double rate = chosen.schedule().learningRate(chosen.optimizer().lr(), fraction);
    optimizer(group).step(targets, rate);
  }

  /** Whether a step of the group leaves the gradient of {@code weight} zero. */
  boolean clears(String group, NDArray weight) {
    return optimizer(group).clears(weight);
  }

  /** Throws unless the group can be stepped. */
  void check(String group) {
    settings(group);
  }

  private Settings settings(String group) {
    Settings chosen = settings.getOrDefault(group, settings.get(DEFAULT_GROUP));
    if (chosen == null) {
      throw new IllegalStateException(
          "no optimiser was chosen for the group '%s', nor for '%s'"
              .formatted(group, DEFAULT_GROUP));
    }
    return chosen;
  }

  private Optimizer optimizer(String group) {
    return optimizers.computeIfAbsent(
        group, key -> new Optimizer(settings(key).optimizer(), engine.memory().newSubManager()));
  }

  void save(DataOutputStream out) throws IOException {
    out.writeInt(optimizers.size());
    for (var entry : optimizers.entrySet()) {
      out.writeUTF(entry.getKey());
      entry.getValue().save(out);
    }
  }

  void load(DataInputStream in) throws IOException {
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      optimizer(in.readUTF()).load(in);
    }
  }
}
