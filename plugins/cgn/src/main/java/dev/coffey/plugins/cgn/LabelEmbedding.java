package dev.coffey.plugins.cgn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import dev.coffey.nn.block.Initial;

/**
 * Puts a learnt vector in the place of the one-hot label: input and output (N, latent + classes).
 * The vectors start standard normal.
 */
final class LabelEmbedding extends AbstractBlock {
  private final Latents latents;
  private final Block table;

  LabelEmbedding(Latents latents) {
    this.latents = latents;
    this.table =
        addChildBlock("table", Linear.builder().setUnits(latents.classes()).optBias(false).build());
  }

  /** Lets the vectors start anew: a block around this one may have chosen something else. */
  void initialise() {
    table.setInitializer(Initial.normal(1), Parameter.Type.WEIGHT);
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
    table.initialize(manager, dataType, new Shape(inputShapes[0].get(0), latents.classes()));
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore parameterStore,
      NDList inputs,
      boolean training,
      PairList<String, Object> params) {
    NDArray z = inputs.singletonOrThrow();
    NDList label = new NDList(latents.label(z));
    NDArray vectors = table.forward(parameterStore, label, training, params).singletonOrThrow();
    return new NDList(latents.noise(z).concat(vectors, 1));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return inputShapes.clone();
  }
}
