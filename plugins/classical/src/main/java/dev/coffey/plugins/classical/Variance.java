package dev.coffey.plugins.classical;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import dev.coffey.nn.block.Initial;
import java.util.Arrays;

/**
 * How unlikely a target is under a normal distribution around a guess: {@code ½ ((guess − target)²
 * / v + log v)} for every element, with a trained {@code v = softplus(θ) + 1e-5} for each channel.
 * Inputs: guess and target, both (N, C, H, W), the shape of the output.
 */
final class Variance extends AbstractBlock {
  /** The least that it may start from. */
  static final double LEAST = 0.01;

  private static final double FLOOR = 1e-5;

  private final Parameter theta;

  Variance(double start) {
    float value = (float) Math.log(Math.expm1(start - FLOOR));
    Initial same =
        (shape, random) -> {
          var values = new float[Math.toIntExact(shape.size())];
          Arrays.fill(values, value);
          return values;
        };
    // a bias: it doesn't decay
    theta =
        addParameter(
            Parameter.builder()
                .setName("theta")
                .setType(Parameter.Type.BIAS)
                .optInitializer(same)
                .build());
  }

  @Override
  protected void prepare(Shape[] inputShapes) {
    theta.setShape(new Shape(inputShapes[0].get(1)));
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    NDArray guess = inputs.get(0);
    NDArray free = store.getValue(theta, guess.getDevice(), training);
    NDArray variance = Activation.softPlus(free.reshape(1, -1, 1, 1)).add((float) FLOOR);
    NDArray error = guess.sub(inputs.get(1)).square();
    return new NDList(error.div(variance).add(variance.log()).mul(0.5f));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {inputShapes[0]};
  }
}
