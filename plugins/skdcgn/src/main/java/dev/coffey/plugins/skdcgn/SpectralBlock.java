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
 * others: σ = uᵀWv = ‖Wᵀu‖ with v = Wᵀu / ‖Wᵀu‖. While its network trains, each forward pass first
 * replaces u by Wv / ‖Wv‖, a constant of the gradient. Source: Miyato et al. 2018, algorithm 1.
 */
abstract class SpectralBlock extends AbstractBlock {
  private static final float EPSILON = 1e-20f;

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
              .optInitializer(unit())
              .optRequiresGrad(false)
              .build());

  private static Initial unit() {
    return (shape, random) -> {
      float[] values = Initial.normal(1).draw(shape, random);
      double squares = 0;
      for (float value : values) {
        squares += value * value;
      }
      for (int i = 0; i < values.length; i++) {
        values[i] /= (float) Math.sqrt(squares);
      }
      return values;
    };
  }

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
    return normalized(values, training ? iterated(values.stopGradient(), u) : u);
  }

  /** One power iteration; changes {@code u} to what it gives. */
  private static NDArray iterated(NDArray values, NDArray u) {
    NDArray matrix = values.reshape(u.size(), -1);
    NDArray right = direction(row(u).matMul(matrix)).reshape(-1, 1);
    NDArray next = direction(matrix.matMul(right)).reshape(-1);
    next.copyTo(u);
    return next;
  }

  /**
   * {@code values} over σ.
   *
   * @param u (R), of length 1, where R is the first axis of {@code values}
   */
  static NDArray normalized(NDArray values, NDArray u) {
    return values.div(length(row(u).matMul(values.reshape(u.size(), -1))));
  }

  private static NDArray row(NDArray u) {
    return u.reshape(1, -1);
  }

  private static NDArray direction(NDArray x) {
    return x.div(length(x));
  }

  private static NDArray length(NDArray x) {
    return x.square().sum().add(EPSILON).sqrt();
  }
}
