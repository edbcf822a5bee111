package dev.coffey.nn;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.function.UnaryOperator;

/**
 * Hands a block its network's arrays during one forward pass, notes which are used, and gives
 * copies of arrays that must stay as they are: engines change running statistics in place, and
 * MXNet reorders the weights it infers with into oneDNN's layout, in which later training steps
 * take 1.4 times as long.
 */
final class WeightStore extends ParameterStore {
  private final Weights weights;
  private final UnaryOperator<NDArray> statistics;
  private final boolean weightsStay;

  private WeightStore(
      Weights weights, NDManager scratch, UnaryOperator<NDArray> statistics, boolean weightsStay) {
    super(scratch, false);
    this.weights = weights;
    this.statistics = statistics;
    this.weightsStay = weightsStay;
  }

  /**
   * For a pass that is recorded, or computes batch statistics.
   *
   * @param statistics gives what the engine may change in the place of a running statistic
   */
  static WeightStore recorded(
      Weights weights, NDManager scratch, UnaryOperator<NDArray> statistics) {
    return new WeightStore(weights, scratch, statistics, false);
  }

  /** The same, statistics staying as they are. */
  static WeightStore recorded(Weights weights, NDManager scratch) {
    return recorded(weights, scratch, statistic -> copy(statistic, scratch));
  }

  /** For inference with a network that is being trained: the engine only sees copies. */
  static WeightStore between(Weights weights, NDManager scratch) {
    return new WeightStore(weights, scratch, statistic -> copy(statistic, scratch), true);
  }

  /** For inference with a frozen network: the engine may keep its own layout. */
  static WeightStore frozen(Weights weights, NDManager scratch) {
    return new WeightStore(weights, scratch, statistic -> copy(statistic, scratch), false);
  }

  @Override
  public NDArray getValue(Parameter parameter, Device device, boolean training) {
    if (parameter == null) { // DJL's blocks ask for an absent bias this way
      return null;
    }
    Weights.Weight weight = weights.of(parameter);
    weight.use();
    if (weight.isRunningStatistic() && training) {
      return statistics.apply(weight.array());
    }
    return weightsStay && weight.learnable() ? copy(weight.array(), getManager()) : weight.array();
  }

  private static NDArray copy(NDArray array, NDManager scratch) {
    NDArray copy = array.duplicate();
    copy.attach(scratch);
    return copy;
  }
}
