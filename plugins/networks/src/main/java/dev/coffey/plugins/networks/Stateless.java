package dev.coffey.plugins.networks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.function.UnaryOperator;

/**
 * A function of one array, without parameters, that knows the shape of what it gives. DJL's
 * LambdaBlock finds that out by running the function on the process's default engine, which need
 * not be the run's, and takes its time in a deep network.
 */
final class Stateless extends AbstractBlock {
  private final UnaryOperator<NDArray> function;
  private final UnaryOperator<Shape> shape;

  /** {@code shape}: from the input's shape to the output's, batch axis included. */
  Stateless(UnaryOperator<NDArray> function, UnaryOperator<Shape> shape) {
    this.function = function;
    this.shape = shape;
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore parameters,
      NDList inputs,
      boolean training,
      PairList<String, Object> settings) {
    return new NDList(function.apply(inputs.singletonOrThrow()));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {shape.apply(inputShapes[0])};
  }
}
