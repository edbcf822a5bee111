package dev.coffey.plugins.skdcgn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * Halves maps by a 4 x 4 convolution with stride 2, see {@link SpectralBlock}. Input (N, C, H, W),
 * output (N, filters, H/2, W/2).
 */
final class SpectralConvolution extends SpectralBlock {
  private static final int KERNEL = 4;

  private final int filters;
  private final Parameter bias =
      addParameter(Parameter.builder().setName("bias").setType(Parameter.Type.BIAS).build());

  SpectralConvolution(int filters) {
    this.filters = filters;
  }

  @Override
  Shape weightShape(Shape input) {
    return new Shape(filters, input.get(1), KERNEL, KERNEL);
  }

  @Override
  protected void prepare(Shape[] inputShapes) {
    super.prepare(inputShapes);
    bias.setShape(new Shape(filters));
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    NDArray x = inputs.singletonOrThrow();
    NDArray weight = normalizedWeight(store, x.getDevice(), training);
    NDArray shift = store.getValue(bias, x.getDevice(), training);
    return Conv2d.conv2d(x, weight, shift, new Shape(2, 2), new Shape(1, 1));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    Shape maps = inputShapes[0];
    return new Shape[] {new Shape(maps.get(0), filters, maps.get(2) / 2, maps.get(3) / 2)};
  }
}
