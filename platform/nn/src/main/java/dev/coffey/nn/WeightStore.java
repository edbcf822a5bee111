package dev.coffey.nn;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;

/**
 * Hands a block its network's arrays during one forward pass, notes which are used, and gives
 * copies of arrays that must stay as they are: engines change running statistics in place, and
 * MXNet reorders the weights it infers with into oneDNN's layout, in which later training steps
 * take 1.4 times as long.
 */
final class WeightStore extends ParameterStore {
  private final Weights weights;
  private final boolean statisticsMove;
  private final boolean weightsStay;

  private WeightStore(
      Weights weights, NDManager scratch, boolean statisticsMove, boolean weightsStay) {
    super(scratch, false);
    this.weights = weights;
    this.statisticsMove = statisticsMove;
    this.weightsStay = weightsStay;
  }

  /** For a pass that is recorded, or computes batch statistics. */
  static WeightStore recorded(Weights weights, NDManager scratch, boolean statisticsMove) {
    return new WeightStore(weights, scratch, statisticsMove, false);
  }

  /** For inference with a network that is being trained: the engine only sees copies. */
  static WeightStore between(Weights weights, NDManager scratch) {
    return new WeightStore(weights, scratch, false, true);
  }

  /** For inference with a frozen network: the engine may keep its own layout. */
  static WeightStore frozen(Weights weights, NDManager scratch) {
    return new WeightStore(weights, scratch, false, false);
  }

  @Override
  public NDArray getValue(Parameter parameter, Device device, boolean training) {
    if (parameter == null) { // DJL's blocks ask for an absent bias this way
      return null;
    }
    Weights.Weight weight = weights.of(parameter);
    weight.use();
    boolean statisticStays = weight.isRunningStatistic() && training && !statisticsMove;
    if (statisticStays || (weightsStay && weight.learnable())) {
      NDArray copy = weight.array().duplicate();
      copy.attach(getManager());
      return copy;
    }
    return weight.array();
  }
}
