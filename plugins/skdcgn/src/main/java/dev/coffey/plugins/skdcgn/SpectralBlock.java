package dev.coffey.plugins.skdcgn;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import dev.coffey.nn.block.Initial;

/**
 * A layer whose weights are divided by their largest singular value σ, the first axis against all
 * others. σ = uᵀWv with v = Wᵀu / ‖Wᵀu‖; while its network trains, each forward pass replaces u by
 * Wv / ‖Wv‖ first. u and v are constants of the gradient. Source: Miyato et al. 2018, algorithm 1.
 */
abstract class SpectralBlock extends AbstractBlock {
  private static final float EPSILON = 1e-12f;

  private final Parameter weight =
      addParameter(
          Parameter.builder()
              .setName("weight")
              .setType(Parameter.Type.WEIGHT)
              .optInitializer(Initial.xavier())
              .build());

  /** A running statistic, so that it moves and is kept as those are. */
  private final Parameter left =
      addParameter(
          Parameter.builder()
              .setName("u")
              .setType(Parameter.Type.RUNNING_MEAN)
              .optInitializer(Initial.normal(1))
              .optRequiresGrad(false)
              .build());

  /** Shape of the weights for inputs of this shape. */
  abstract Shape weightShape(Shape input);

  @Override
  protected void prepare(Shape[] inputShapes) {
    Shape shape = weightShape(inputShapes[0]);
    weight.setShape(shape);
    left.setShape(shape.slice(0, 1));
  }

  /** The weights over σ, in their shape. */
  final NDArray normalizedWeight(ParameterStore store, Device device, boolean training) {
    NDArray values = store.getValue(weight, device, training);
    NDArray u = store.getValue(left, device, training);
    NDArray matrix = values.reshape(u.size(), -1);
    NDArray constant = matrix.stopGradient();
    NDArray right = direction(u.reshape(1, -1).matMul(constant)).reshape(-1, 1);
    NDArray current = u;
    if (training) {
      current = direction(constant.matMul(right)).reshape(-1);
      current.copyTo(u);
    }
    NDArray sigma = current.reshape(1, -1).stopGradient().matMul(matrix).matMul(right);
    return matrix.div(sigma).reshape(values.getShape());
  }

  private static NDArray direction(NDArray x) {
    return x.div(x.square().sum().sqrt().add(EPSILON));
  }
}
