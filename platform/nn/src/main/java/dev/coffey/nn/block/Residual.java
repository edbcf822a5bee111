package dev.coffey.nn.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import dev.coffey.api.ShapeMismatch;

/** relu(main(x) + shortcut(x)), as in He et al. 2016. Both must give the same shape. */
public final class Residual extends AbstractBlock {
  private final Block main;
  private final Block shortcut;
  private final boolean activated;

  /** With a shortcut that changes shape as {@code main} does. */
  public Residual(Block main, Block shortcut) {
    this(main, shortcut, true);
  }

  /** With the input itself as shortcut. */
  public Residual(Block main) {
    this(main, Blocks.identityBlock());
  }

  private Residual(Block main, Block shortcut, boolean activated) {
    this.main = addChildBlock("main", main);
    this.shortcut = addChildBlock("shortcut", shortcut);
    this.activated = activated;
  }

  /** main(x) + shortcut(x) without activation, for pre-activation networks. */
  public static Residual sum(Block main, Block shortcut) {
    return new Residual(main, shortcut, false);
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore parameterStore,
      NDList inputs,
      boolean training,
      PairList<String, Object> params) {
    NDArray left = main.forward(parameterStore, inputs, training, params).singletonOrThrow();
    NDArray right = shortcut.forward(parameterStore, inputs, training, params).singletonOrThrow();
    NDArray sum = left.add(right);
    return new NDList(activated ? Activation.relu(sum) : sum);
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
    main.initialize(manager, dataType, inputShapes);
    shortcut.initialize(manager, dataType, inputShapes);
    Shape left = main.getOutputShapes(inputShapes)[0];
    Shape right = shortcut.getOutputShapes(inputShapes)[0];
    if (!left.equals(right)) {
      throw new ShapeMismatch(
          "main branch and shortcut of a residual block must have the same shape, but are %s and %s"
              .formatted(left, right));
    }
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return main.getOutputShapes(inputShapes);
  }
}
