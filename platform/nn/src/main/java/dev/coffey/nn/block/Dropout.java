package dev.coffey.nn.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * Dropout (Srivastava et al. 2014) that is the identity in inference, also while recording, where
 * DJL's own block throws. Input and output of any one shape.
 */
public final class Dropout extends AbstractBlock {
  private final float rate;

  /** {@code rate}: share of values set to zero, in [0, 1). */
  public Dropout(float rate) {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException("rate must be in [0, 1), but is " + rate);
    }
    this.rate = rate;
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore parameterStore,
      NDList inputs,
      boolean training,
      PairList<String, Object> params) {
    NDArray x = inputs.singletonOrThrow();
    return training && rate > 0 ? x.getNDArrayInternal().dropout(x, rate, true) : inputs;
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return inputShapes.clone();
  }
}
