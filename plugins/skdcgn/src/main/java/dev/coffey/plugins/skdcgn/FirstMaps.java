package dev.coffey.plugins.skdcgn;

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
 * Where a generator starts: the noise becomes maps through a dense layer, the label a vector from a
 * table. Input z, see {@link Latents}; outputs (N, channels, edge, edge) and (N, embedding).
 */
final class FirstMaps extends AbstractBlock {
  private final Latents latents;
  private final int embedding;
  private final Shape maps;
  private final Block dense;
  private final Block table;

  FirstMaps(Latents latents, int embedding, int channels, int edge) {
    this.latents = latents;
    this.embedding = embedding;
    this.maps = new Shape(channels, edge, edge);
    dense = addChildBlock("dense", Linear.builder().setUnits(maps.size()).build());
    dense.setInitializer(Initial.uniform(1 / Math.sqrt(latents.latent())), Parameter.Type.WEIGHT);
    table = addChildBlock("table", Linear.builder().setUnits(embedding).optBias(false).build());
    table.setInitializer(Initial.normal(1), Parameter.Type.WEIGHT);
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
    long count = inputShapes[0].get(0);
    dense.initialize(manager, dataType, new Shape(count, latents.latent()));
    table.initialize(manager, dataType, new Shape(count, latents.classes()));
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    NDArray z = inputs.singletonOrThrow();
    var noise = new NDList(latents.noise(z));
    var label = new NDList(latents.label(z));
    NDArray first = dense.forward(store, noise, training, params).singletonOrThrow();
    NDArray vectors = table.forward(store, label, training, params).singletonOrThrow();
    return new NDList(first.reshape(new Shape(-1).addAll(maps)), vectors);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    var count = new Shape(inputShapes[0].get(0));
    return new Shape[] {count.addAll(maps), count.add(embedding)};
  }
}
