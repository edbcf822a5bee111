package dev.coffey.nn.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.Arrays;

/**
 * Batch normalisation whose scale and shift depend on the sample: (x − μ) / √(σ² + ε) · γ(c) + β(c)
 * for each channel, with γ and β in one dense layer of the condition c, which starts with weights
 * N(0, 0.02²) around γ = 1, β = 0. Source: de Vries et al. 2017.
 *
 * <p>Inputs: x, (N, C, H, W), and c, (N, D). Output: of the shape of x.
 */
public final class ConditionalBatchNormalization extends AbstractBlock {
  private static final double SPREAD = 0.02;
  private static final float EPSILON = 1e-5f;

  private final int channels;
  private final BatchNormalization normalization;
  private final Block affine;

  /** {@code channels}: those of x. */
  public ConditionalBatchNormalization(int channels) {
    this.channels = channels;
    normalization = addChildBlock("normalize", BatchNormalization.withoutScaleAndShift());
    affine = addChildBlock("affine", Linear.builder().setUnits(2L * channels).build());
    affine.setInitializer(Initial.normal(SPREAD), Parameter.Type.WEIGHT);
    affine.setInitializer(onesThenZeros(), Parameter.Type.BIAS);
  }

  private static Initial onesThenZeros() {
    return (shape, random) -> {
      float[] values = new float[Math.toIntExact(shape.size())];
      Arrays.fill(values, 0, values.length / 2, 1);
      return values;
    };
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
    normalization.initialize(manager, dataType, inputShapes[0]);
    affine.initialize(manager, dataType, inputShapes[1]);
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    NDArray x = inputs.get(0);
    NDArray both = forward(affine, store, inputs.get(1), training, params);
    NDArray scale = both.get(new NDIndex(":, :" + channels));
    NDArray shift = both.get(new NDIndex(":, " + channels + ":"));
    if (training) {
      return new NDList(affine(forward(normalization, store, x, true, params), scale, shift));
    }
    return new NDList(normalization.inference(store, x).apply(x, scale, shift));
  }

  private static NDArray forward(
      Block block,
      ParameterStore store,
      NDArray x,
      boolean training,
      PairList<String, Object> params) {
    return block.forward(store, new NDList(x), training, params).singletonOrThrow();
  }

  /** {@code scale}, {@code shift}: (N, C). */
  static NDArray affine(NDArray x, NDArray scale, NDArray shift) {
    return MxNet.owns(x) ? fused(x, scale, shift) : composed(x, scale, shift);
  }

  /** Samples as further channels, whose affine form is fast on MXNet, where broadcasts are slow. */
  private static NDArray fused(NDArray x, NDArray scale, NDArray shift) {
    Shape shape = x.getShape();
    NDArray planes = x.reshape(new Shape(1, scale.size()).addAll(shape.slice(2)));
    NDArray zeros = x.getManager().zeros(new Shape(scale.size()));
    NDArray ones = zeros.add(1 - EPSILON);
    return new ChannelAffine(zeros, ones, scale.reshape(-1), shift.reshape(-1), EPSILON)
        .apply(planes)
        .reshape(shape);
  }

  /** The same in operators that every engine has. */
  static NDArray composed(NDArray x, NDArray scale, NDArray shift) {
    Shape each = scale.getShape().add(1, 1);
    return x.mul(scale.reshape(each)).add(shift.reshape(each));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {inputShapes[0]};
  }
}
