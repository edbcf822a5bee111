package dev.coffey.nn.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;

/** SGD by the engine's fused operators. */
record MomentumRule(float momentum, boolean nesterov) implements UpdateRule {
  private static final float NO_CLIPPING = -1;

  @Override
  public int states() {
    return momentum == 0 ? 0 : 1;
  }

  @Override
  public boolean clears(NDArray weight) {
    return !nesterov && UpdateRule.areTorchs(weight);
  }

  @Override
  public void apply(NDList arrays, Step step) {
    NDArray weight = UpdateRule.weight(arrays);
    NDList target = new NDList(weight);
    var operators = weight.getNDArrayInternal();
    if (nesterov && !hasNesterov(weight)) {
      composed(weight, arrays.get(1), arrays.get(2), step);
    } else if (nesterov) {
      operators.nagUpdate(
          arrays, target, step.rate(), step.decay(), step.scale(), NO_CLIPPING, momentum);
    } else {
      operators.sgdUpdate(
          arrays, target, step.rate(), step.decay(), step.scale(), NO_CLIPPING, momentum, false);
    }
  }

  /** DJL has the operator for MXNet alone. */
  private static boolean hasNesterov(NDArray array) {
    return array.getManager().getEngine().getEngineName().equals("MXNet");
  }

  /** v ← momentum·v − η·g, w ← w + momentum·v − η·g. */
  private void composed(NDArray weight, NDArray gradient, NDArray velocity, Step step) {
    try (NDManager inner = weight.getManager().newSubManager()) {
      NDArray descent = gradient.mul(step.scale());
      descent.attach(inner);
      NDArray decay = weight.mul(step.decay());
      decay.attach(inner);
      descent.addi(decay).muli(step.rate());
      velocity.muli(momentum).subi(descent);
      NDArray ahead = velocity.mul(momentum);
      ahead.attach(inner);
      weight.addi(ahead).subi(descent);
    }
  }
}
