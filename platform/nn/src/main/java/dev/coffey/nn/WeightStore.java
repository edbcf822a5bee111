package dev.coffey.nn;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;

/**
 * Hands a block its network's arrays during one forward pass, notes which are used, and gives
 * copies of running statistics that must not move: engines change them in place.
 */
final class WeightStore extends ParameterStore {
  private final Weights weights;
  private final boolean statisticsMove;

  WeightStore(Weights weights, NDManager scratch, boolean statisticsMove) {
    super(scratch, false);
    this.weights = weights;
    this.statisticsMove = statisticsMove;
  }

  @Override
  public NDArray getValue(Parameter parameter, Device device, boolean training) {
    if (parameter == null) { // DJL's blocks ask for an absent bias this way
      return null;
    }
    Weights.Weight weight = weights.of(parameter);
    weight.use();
    if (weight.isRunningStatistic() && training && !statisticsMove) {
      NDArray copy = weight.array().duplicate();
      copy.attach(getManager());
      return copy;
    }
    return weight.array();
  }
}
