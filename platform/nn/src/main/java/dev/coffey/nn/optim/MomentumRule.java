package dev.coffey.nn.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/** SGD by the engine's fused operators. */
record MomentumRule(float momentum, boolean nesterov) implements UpdateRule {
  private static final float NO_CLIPPING = -1;

  @Override
  public int states() {
    return momentum == 0 ? 0 : 1;
  }

  @Override
  public void apply(NDList arrays, Step step) {
    NDArray weight = UpdateRule.weight(arrays);
    NDList target = new NDList(weight);
    var operators = weight.getNDArrayInternal();
    if (nesterov) {
      operators.nagUpdate(
          arrays, target, step.rate(), step.decay(), step.scale(), NO_CLIPPING, momentum);
    } else {
      operators.sgdUpdate(
          arrays, target, step.rate(), step.decay(), step.scale(), NO_CLIPPING, momentum, false);
    }
  }
}
