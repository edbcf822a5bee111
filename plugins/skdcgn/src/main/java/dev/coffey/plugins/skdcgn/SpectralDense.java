package dev.coffey.plugins.skdcgn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * A dense layer without bias, see {@link SpectralBlock}. Input (N, D), output (N, units). On
 * one-hot labels it is a table of vectors.
 */
final class SpectralDense extends SpectralBlock {
  private final int units;

  SpectralDense(int units) {
    this.units = units;
  }

  @Override
  Shape weightShape(Shape input) {
    return new Shape(units, input.get(1));
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    NDArray x = inputs.singletonOrThrow();
    return Linear.linear(x, normalizedWeight(store, x.getDevice(), training));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), units)};
  }
}
