package dev.coffey.nn;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import dev.coffey.api.NonFiniteLoss;
import dev.coffey.nn.Weights.Weight;
import dev.coffey.nn.optim.Optimizer.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Update phases and input gradients: everything that opens a gradient collector to run backward.
 */
final class Phases {
  private final EngineAccess engine;
  private final Recording recording;
  private final OptimizerGroups groups;
  private final Persistent persistent;
  private final Zeros zeros;
  private final Clock clock;

  Phases(
      EngineAccess engine,
      Recording recording,
      OptimizerGroups groups,
      Persistent persistent,
      Clock clock) {
    this.engine = engine;
    this.recording = recording;
    this.groups = groups;
    this.persistent = persistent;
    this.zeros = new Zeros(persistent);
    this.clock = clock;
  }

  double update(String group, Supplier<NDArray> loss, Set<BlockNetwork> trained) {
    String name = "update of '%s'".formatted(group);
    engine.checkThread();
    recording.refuse(name);
    recording.refuseMuted(name);
    groups.check(group);
    return engine.exclusively(
        () -> {
          trained.forEach(this::prepare);
          double value = recording.during(name, trained, () -> lossAndBackward(group, loss));
          step(group, trained);
          return value;
        });
  }

  /**
   * Gradients of an earlier phase stay until they are overwritten; a weight that the loss doesn't
   * reach would be stepped with them again.
   */
  private void prepare(BlockNetwork network) {
    for (Weight weight : stepped(network)) {
      weight.keepGradient(engine.engine(), persistent);
      if (weight.used()) {
        zeros.fill(weight.gradient());
        weight.forgetUse();
      }
    }
  }

  private static List<Weight> stepped(BlockNetwork network) {
    return network.frozen() ? List.of() : network.weights().learnable();
  }

  private double lossAndBackward(String group, Supplier<NDArray> loss) {
    try (GradientCollector collector = engine.engine().newGradientCollector()) {
      NDArray scalar = loss.get();
      checkScalar(scalar, "the loss of '%s'".formatted(group));
      double value = value(scalar);
      // before backward, which moves running statistics
      if (!Double.isFinite(value)) {
        throw new NonFiniteLoss("the loss of '%s' is %s at %s".formatted(group, value, clock));
      }
      backward(collector, scalar, "the loss of '%s'".formatted(group));
      recording.statistics().commit();
      return value;
    }
  }

  private static void checkScalar(NDArray scalar, String what) {
    if (scalar.size() != 1) {
      throw new IllegalArgumentException(
          "%s must be a scalar, but has the shape %s".formatted(what, scalar.getShape()));
    }
  }

  /** On PyTorch a scalar becomes float64 where it is multiplied by a double. */
  private static double value(NDArray scalar) {
    return scalar.getDataType() == DataType.FLOAT64
        ? scalar.toDoubleArray()[0]
        : scalar.toFloatArray()[0];
  }

  private static void backward(GradientCollector collector, NDArray scalar, String what) {
    try {
      collector.backward(scalar);
    } catch (EngineException failure) {
      throw new IllegalStateException(
          "%s has no gradient: it depends on nothing that is trained, or was detached on the way"
              .formatted(what),
          failure);
    }
  }

  private void step(String group, Set<BlockNetwork> trained) {
    // the backward pass found its way to something trained; and asking waits for the engine
    boolean certain = recording.alone(trained);
    List<Target> targets = new ArrayList<>();
    for (BlockNetwork network : trained) {
      List<Target> own = targets(network);
      if (certain || reached(own)) {
        targets.addAll(own);
      }
    }
    groups.step(group, targets, clock.progress().fraction());
    trained.stream()
        .flatMap(network -> stepped(network).stream())
        .filter(weight -> groups.clears(group, weight.array()))
        .forEach(Weight::forgetUse);
  }

  private static List<Target> targets(BlockNetwork network) {
    return stepped(network).stream()
        .filter(Weight::used)
        .map(
            weight ->
                new Target(
                    network.role() + "/" + weight.name(),
                    weight.array(),
                    weight.gradient(),
                    weight.decays()))
        .toList();
  }

  /**
   * Whether the loss depends on the network. If all its gradients are exactly zero it doesn't, and
   * neither decay nor momentum may move it. Almost always the last bias decides at once.
   */
  private static boolean reached(List<Target> targets) {
    for (int i = targets.size() - 1; i >= 0; i--) {
      try (NDArray norm = targets.get(i).gradient().norm()) {
        if (norm.getFloat() != 0) {
          return true;
        }
      }
    }
    return false;
  }

  NDArray gradient(NDArray at, UnaryOperator<NDArray> scalar) {
    engine.checkThread();
    return engine.exclusively(
        () -> recording.during("gradient", Set.of(), () -> inputGradient(at, scalar)));
  }

  private NDArray inputGradient(NDArray at, UnaryOperator<NDArray> scalar) {
    NDManager outer = at.getManager();
    try (NDManager inner = outer.newSubManager()) {
      NDArray point = at.duplicate();
      point.attach(inner);
      point.setRequiresGradient(true);
      try (GradientCollector collector = engine.engine().newGradientCollector()) {
        NDArray result = scalar.apply(point);
        checkScalar(result, "the scalar of a gradient");
        backward(collector, result, "the scalar of a gradient");
      }
      NDArray gradient = point.getGradient();
      gradient.attach(outer);
      return gradient;
    }
  }
}
