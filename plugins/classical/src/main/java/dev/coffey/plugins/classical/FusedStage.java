package dev.coffey.plugins.classical;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import dev.coffey.nn.block.BatchNormalization;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One attention-based fusion: {@code x} = BN(conv1x1(stage)); {@code x·z₁ + y·z₂} with {@code y}
 * what came out of the deeper stages, enlarged to x's size, and {@code z = σ(conv1x1([x, y]))}, two
 * maps; then BN(conv3x3(·)) in the teacher's channels and size. Sizes change by nearest pixels.
 *
 * <p>Inputs: the stage, (N, C, H, W), and y but for the deepest. Outputs: the map to compare, and
 * what goes on to the next stage.
 */
final class FusedStage extends AbstractBlock {
  private static final int DEEPER = 1;

  private final Shape teacher;
  private final long width;
  private final Block reduction;
  private final Block expansion;
  private final Optional<Block> attention;

  /**
   * For one stage.
   *
   * @param width channels of what goes on
   * @param teacher (C, H, W)
   * @param joins whether there is a deeper stage
   */
  FusedStage(long width, Shape teacher, boolean joins) {
    this.teacher = teacher;
    this.width = width;
    reduction =
        addChildBlock(
            "reduction",
            new SequentialBlock().add(Layers.convolution(width, 1)).add(new BatchNormalization()));
    expansion =
        addChildBlock(
            "expansion",
            new SequentialBlock()
                .add(Layers.convolution(teacher.get(0), new Shape(3, 3), 1, 1))
                .add(new BatchNormalization()));
    attention = joins ? Optional.of(addChildBlock("attention", attention())) : Optional.empty();
  }

  private static Block attention() {
    return Conv2d.builder().setFilters(2).setKernelShape(new Shape(1, 1)).build();
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
    var stage = inputShapes[0];
    reduction.initialize(manager, dataType, stage);
    var both = new Shape(stage.get(0), 2 * width, stage.get(2), stage.get(3));
    attention.ifPresent(block -> block.initialize(manager, dataType, both));
    expansion.initialize(
        manager, dataType, new Shape(stage.get(0), width, teacher.get(1), teacher.get(2)));
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    var own = apply(reduction, store, inputs.get(0), training);
    var fused =
        attention
            .map(
                block ->
                    joined(own, inputs.get(DEEPER), both -> apply(block, store, both, training)))
            .orElse(own);
    var sized = FeatureMaps.nearest(fused, teacher.get(1), teacher.get(2));
    return new NDList(apply(expansion, store, sized, training), sized);
  }

  private static NDArray joined(NDArray own, NDArray deeper, UnaryOperator<NDArray> attention) {
    var shape = own.getShape();
    var enlarged = FeatureMaps.nearest(deeper, shape.get(2), shape.get(3));
    var both = own.concat(enlarged, 1);
    var weights = Activation.sigmoid(attention.apply(both)).split(2, 1);
    return own.mul(weights.get(0)).add(enlarged.mul(weights.get(1)));
  }

  private static NDArray apply(Block block, ParameterStore store, NDArray x, boolean training) {
    return block.forward(store, new NDList(x), training).singletonOrThrow();
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    long batch = inputShapes[0].get(0);
    return new Shape[] {
      new Shape(batch).addAll(teacher), new Shape(batch, width, teacher.get(1), teacher.get(2))
    };
  }
}
