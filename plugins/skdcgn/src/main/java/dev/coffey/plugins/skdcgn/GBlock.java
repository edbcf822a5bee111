package dev.coffey.plugins.skdcgn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import dev.coffey.nn.block.BilinearUpsampling;
import dev.coffey.nn.block.ConditionalBatchNormalization;
import dev.coffey.nn.block.Initial;

/**
 * Doubles the size of maps, told the class: a depthwise and a pointwise convolution instead of each
 * full one.
 *
 * <pre>
 * normalise, ReLU, bilinear x 2, depthwise 3 x 3, pointwise,
 * normalise, ReLU,               depthwise 3 x 3, pointwise,   plus   pointwise, bilinear x 2
 * </pre>
 *
 * <p>Inputs: maps (N, in, H, W) and vectors of classes (N, D); outputs: (N, out, 2H, 2W) and the
 * vectors. Source: Chang and Lu 2020 (TinyGAN). Their shortcut upsamples first; interpolation mixes
 * pixels, a pointwise convolution channels, so the order changes nothing but the cost.
 */
final class GBlock extends AbstractBlock {
  private static final double DEPTHWISE_GAIN = Math.sqrt(2);

  private final int out;
  private final ConditionalBatchNormalization firstNormalization;
  private final Block upsampling;
  private final Block firstDepthwise;
  private final Block firstPointwise;
  private final ConditionalBatchNormalization secondNormalization;
  private final Block secondDepthwise;
  private final Block secondPointwise;
  private final Block shortcut;

  GBlock(int in, int out) {
    this.out = out;
    firstNormalization = addChildBlock("normalize1", new ConditionalBatchNormalization(in));
    upsampling = addChildBlock("upsampling", new BilinearUpsampling());
    firstDepthwise = addChildBlock("depthwise1", depthwise(in));
    firstPointwise = addChildBlock("pointwise1", pointwise(out));
    secondNormalization = addChildBlock("normalize2", new ConditionalBatchNormalization(out));
    secondDepthwise = addChildBlock("depthwise2", depthwise(out));
    secondPointwise = addChildBlock("pointwise2", pointwise(out));
    shortcut = addChildBlock("shortcut", pointwise(out));
  }

  private static Block depthwise(int channels) {
    Block block =
        Conv2d.builder()
            .setFilters(channels)
            .optGroups(channels)
            .setKernelShape(new Shape(3, 3))
            .optPadding(new Shape(1, 1))
            .build();
    return started(block, DEPTHWISE_GAIN);
  }

  private static Block pointwise(int filters) {
    return started(Conv2d.builder().setFilters(filters).setKernelShape(new Shape(1, 1)).build(), 1);
  }

  /** With weights drawn as Glorot and Bengio do, times {@code gain}. */
  private static Block started(Block block, double gain) {
    Initial weights =
        (shape, random) -> {
          float[] values = Initial.xavier().draw(shape, random);
          for (int i = 0; i < values.length; i++) {
            values[i] *= (float) gain;
          }
          return values;
        };
    block.setInitializer(weights, Parameter.Type.WEIGHT);
    return block;
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
    Shape small = inputShapes[0];
    Shape vectors = inputShapes[1];
    firstNormalization.initialize(manager, dataType, small, vectors);
    upsampling.initialize(manager, dataType, small);
    Shape large = upsampling.getOutputShapes(new Shape[] {small})[0];
    firstDepthwise.initialize(manager, dataType, large);
    firstPointwise.initialize(manager, dataType, large);
    Shape result = resized(small);
    secondNormalization.initialize(manager, dataType, result, vectors);
    secondDepthwise.initialize(manager, dataType, result);
    secondPointwise.initialize(manager, dataType, result);
    shortcut.initialize(manager, dataType, small);
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    NDArray vectors = inputs.get(1);
    var pass = new Pass(store, training, params);
    NDArray main = pass.through(inputs.get(0), vectors, firstNormalization);
    main = pass.through(Activation.relu(main), upsampling, firstDepthwise, firstPointwise);
    main = pass.through(main, vectors, secondNormalization);
    main = pass.through(Activation.relu(main), secondDepthwise, secondPointwise);
    NDArray direct = pass.through(inputs.get(0), shortcut, upsampling);
    return new NDList(main.add(direct), vectors);
  }

  /** One forward pass. */
  private record Pass(ParameterStore store, boolean training, PairList<String, Object> params) {
    NDArray through(NDArray x, Block... blocks) {
      NDList current = new NDList(x);
      for (Block block : blocks) {
        current = block.forward(store, current, training, params);
      }
      return current.singletonOrThrow();
    }

    NDArray through(NDArray x, NDArray vectors, ConditionalBatchNormalization block) {
      return block.forward(store, new NDList(x, vectors), training, params).singletonOrThrow();
    }
  }

  private Shape resized(Shape maps) {
    return new Shape(maps.get(0), out, 2 * maps.get(2), 2 * maps.get(3));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {resized(inputShapes[0]), inputShapes[1]};
  }
}
