package dev.coffey.nn.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * Doubles height and width by linear interpolation between the centres of pixels; edges are
 * repeated. Input (N, C, H, W), output (N, C, 2H, 2W).
 *
 * <p>Each axis is a product with one constant matrix. Written as a dense layer along the width and
 * a 1 x 1 convolution that takes rows for channels, it takes a third of the time of matrix products
 * on MXNet, gradient included: as long as {@link NearestUpsampling}.
 */
public final class BilinearUpsampling extends AbstractBlock {
  private static final int SCALE = 2;
  private static final float NEAR = 0.75f;
  private static final float FAR = 0.25f;

  @Override
  protected NDList forwardInternal(
      ParameterStore parameterStore,
      NDList inputs,
      boolean training,
      PairList<String, Object> params) {
    NDArray x = inputs.singletonOrThrow();
    Shape input = x.getShape();
    long height = input.get(2);
    long width = input.get(3);
    NDArray wide = Linear.linear(x.reshape(-1, width), doubling(x, width)).head();
    NDArray rows = wide.reshape(new Shape(-1, height, 1, SCALE * width));
    NDArray doubling = doubling(x, height).reshape(SCALE * height, height, 1, 1);
    return new NDList(pointwise(rows, doubling).reshape(doubled(input)));
  }

  private static NDArray pointwise(NDArray x, NDArray weight) {
    var one = new Shape(1, 1);
    return Conv2d.conv2d(x, weight, null, one, new Shape(0, 0), one).head();
  }

  /** (2n, n): each new pixel is three quarters of the nearest and one quarter of the next. */
  private static NDArray doubling(NDArray x, long n) {
    int size = Math.toIntExact(n);
    float[] matrix = new float[SCALE * size * size];
    for (int i = 0; i < size; i++) {
      int even = SCALE * i * size;
      int odd = even + size;
      matrix[even + i] += NEAR;
      matrix[even + Math.max(0, i - 1)] += FAR;
      matrix[odd + i] += NEAR;
      matrix[odd + Math.min(size - 1, i + 1)] += FAR;
    }
    NDManager manager = x.getManager();
    return manager.create(matrix, new Shape(SCALE * n, n));
  }

  private static Shape doubled(Shape input) {
    return new Shape(input.get(0), input.get(1), SCALE * input.get(2), SCALE * input.get(3));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {doubled(inputShapes[0])};
  }
}
