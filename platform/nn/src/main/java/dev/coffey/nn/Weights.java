package dev.coffey.nn;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.util.Pair;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A network's arrays, by the ids of its block's parameters. Apart from the block, so that a shadow
 * is the same block over other arrays. The arrays stay the same objects for life.
 */
final class Weights {
  private final Map<String, Weight> byParameter;

  /** One parameter or running statistic. */
  static final class Weight {
    private final String name;
    private final Parameter.Type type;
    private final boolean learnable;
    private final NDArray array;
    private Optional<NDArray> gradient = Optional.empty();
    private boolean used = true; // until its gradient was cleared once

    private Weight(String name, Parameter.Type type, boolean learnable, NDArray array) {
      this.name = name;
      this.type = type;
      this.learnable = learnable;
      this.array = array;
    }

    String name() {
      return name;
    }

    NDArray array() {
      return array;
    }

    /**
     * The gradient of the last backward pass: always the same array. Opening and closing one a step
     * takes time, on MXNet even waits for the engine.
     *
     * @throws NoSuchElementException without {@link #keepGradient}
     */
    NDArray gradient() {
      return gradient.orElseThrow();
    }

    /**
     * Opens the gradient, if it isn't yet. PyTorch has a place for it only after a backward pass
     * that reached the weight, and adds to what is there; so one must be made that gives zeros.
     */
    void keepGradient(Engine engine, Persistent persistent) {
      if (gradient.isPresent()) {
        return;
      }
      try (GradientCollector collector = engine.newGradientCollector();
          NDArray zeros = array.mul(0f);
          NDArray sum = zeros.sum()) {
        collector.backward(sum);
      }
      gradient = Optional.of(persistent.keep(array.getGradient()));
    }

    /** From now on it gets none. */
    void freeze(Persistent persistent) {
      array.setRequiresGradient(false);
      forgetGradient(persistent);
    }

    void close(Persistent persistent) {
      forgetGradient(persistent);
      persistent.drop(array);
    }

    private void forgetGradient(Persistent persistent) {
      gradient.ifPresent(persistent::drop);
      gradient = Optional.empty();
    }

    /** Whether it is trained as long as its network isn't frozen. */
    boolean learnable() {
      return learnable;
    }

    boolean isRunningStatistic() {
      return isRunningStatistic(type);
    }

    private static boolean isRunningStatistic(Parameter.Type type) {
      return type == Parameter.Type.RUNNING_MEAN || type == Parameter.Type.RUNNING_VAR;
    }

    /** Biases, scales and shifts don't decay. */
    boolean decays() {
      return type == Parameter.Type.WEIGHT || type == Parameter.Type.OTHER;
    }

    /** Whether a forward pass read it since {@link #forgetUse}; if not, its gradient is zero. */
    boolean used() {
      return used;
    }

    void use() {
      used = true;
    }

    /** Only while its gradient is zero. */
    void forgetUse() {
      used = false;
    }
  }

  private Weights(Map<String, Weight> byParameter) {
    this.byParameter = byParameter;
  }

  /** The arrays of an initialised block. */
  static Weights of(Block block, Persistent persistent) {
    Map<String, Weight> weights = new LinkedHashMap<>();
    for (Pair<String, Parameter> entry : block.getParameters()) {
      Parameter parameter = entry.getValue();
      boolean learnable =
          parameter.requiresGradient() && !Weight.isRunningStatistic(parameter.getType());
      NDArray array = persistent.keep(parameter.getArray());
      array.setRequiresGradient(learnable);
      weights.put(
          parameter.getId(), new Weight(entry.getKey(), parameter.getType(), learnable, array));
    }
    return new Weights(weights);
  }

  /** Copies without gradients; may be called while recording. */
  Weights copy(Persistent persistent) {
    Map<String, Weight> copies = new LinkedHashMap<>();
    byParameter.forEach(
        (id, weight) -> {
          // copying the detached array keeps the copy out of a graph that is being recorded
          try (NDArray detached = weight.array.stopGradient()) {
            NDArray array = persistent.keep(detached.duplicate());
            copies.put(id, new Weight(weight.name, weight.type, weight.learnable, array));
          }
        });
    return new Weights(copies);
  }

  Collection<Weight> all() {
    return byParameter.values();
  }

  List<Weight> learnable() {
    return byParameter.values().stream().filter(Weight::learnable).toList();
  }

  Weight of(Parameter parameter) {
    Weight weight = byParameter.get(parameter.getId());
    if (weight == null) {
      throw new IllegalStateException(
          "the parameter '%s' does not belong to the network's block; is it in addParameter or its"
                  .formatted(parameter.getName())
              + " block in addChildBlock?");
    }
    return weight;
  }

  /** Arrays by parameter name, in the order of the block. */
  Map<String, NDArray> byName() {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    all().forEach(weight -> arrays.put(weight.name(), weight.array()));
    return arrays;
  }
}
