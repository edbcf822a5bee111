package dev.coffey.nn.block;

import ai.djl.Device;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.Optional;
import java.util.function.Function;

/**
 * A function without parameters. Unlike DJL's LambdaBlock it tries its output shapes out on the
 * engine that it was initialised with, which need not be the process's default.
 */
final class FunctionBlock extends AbstractBlock {
  private final Function<NDList, NDList> function;
  private Optional<String> engine = Optional.empty();

  FunctionBlock(Function<NDList, NDList> function) {
    this.function = function;
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
    engine = Optional.of(manager.getEngine().getEngineName());
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore parameterStore,
      NDList inputs,
      boolean training,
      PairList<String, Object> params) {
    return function.apply(inputs);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    try (NDManager manager = manager()) {
      NDList inputs = new NDList();
      for (Shape shape : inputShapes) {
        inputs.add(manager.zeros(shape));
      }
      return function.apply(inputs).getShapes();
    }
  }

  private NDManager manager() {
    return engine
        .map(name -> NDManager.newBaseManager(Device.cpu(), name))
        .orElseGet(NDManager::newBaseManager);
  }
}
