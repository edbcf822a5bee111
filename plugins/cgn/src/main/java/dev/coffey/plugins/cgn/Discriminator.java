package dev.coffey.plugins.cgn;

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
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import dev.coffey.nn.block.BatchNormalization;
import dev.coffey.nn.block.Dropout;
import dev.coffey.nn.block.Initial;
import dev.coffey.nn.block.NamedInputs;
import dev.coffey.nn.block.NamedOutputs;
import dev.coffey.nn.block.Staged;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * Scores images of a class: {@code image}, (N, C, H, W), in [−1, 1], and {@code label}, one-hot,
 * (N, K), give {@code score}, (N, 1), any number.
 *
 * <p>Linear: pixels and a learnt vector of K numbers for the class, three dense layers with leaky
 * ReLU 0.2, two of them with dropout, and one to the score: 2,104,421 parameters with 512 units for
 * 3 x 32 x 32 pixels and 10 classes. Convolutional: a learnt number for the class as a further
 * channel; four convolutions without padding (3, 3, 4 and 4 pixels, the last two by steps of two)
 * with batch normalisation and leaky ReLU 0.2, the mean over what is left, and a dense layer
 * without bias. Source: Sauer and Geiger 2021 (CGN), their code for MNIST, which takes the mean of
 * the last maps' upper left 3 x 3 pixels only.
 */
final class Discriminator extends AbstractBlock implements NamedInputs, NamedOutputs {
  static final String IMAGE = "image";
  static final String LABEL = "label";
  static final String SCORE = "score";

  private static final float SLOPE = 0.2f;
  private static final Initial BY_INPUTS =
      (shape, random) ->
          Initial.uniform(1 / Math.sqrt((double) shape.slice(1).size())).draw(shape, random);

  private final Block table;
  private final BinaryOperator<NDArray> joined;
  private final Block body;

  private Discriminator(long vector, BinaryOperator<NDArray> joined, Block body, Initial weights) {
    this.table = addChildBlock("table", Linear.builder().setUnits(vector).optBias(false).build());
    this.joined = joined;
    this.body = addChildBlock("body", body);
    body.setInitializer(weights, Parameter.Type.WEIGHT);
    table.setInitializer(Initial.normal(1), Parameter.Type.WEIGHT);
  }

  /** A new one for {@code classes}. */
  static Discriminator of(DiscriminatorOptions options, int classes) {
    return switch (options.form()) {
      case LINEAR -> linear(options.width(), (float) options.dropout(), classes);
      case CONV -> convolutional(options.width());
    };
  }

  private static Discriminator linear(int width, float dropout, int classes) {
    var body =
        Staged.builder()
            .add(dense(width))
            .apply(Discriminator::leaky)
            .add(dense(width))
            .add(new Dropout(dropout))
            .apply(Discriminator::leaky)
            .add(dense(width))
            .add(new Dropout(dropout))
            .apply(Discriminator::leaky)
            .add(dense(1))
            .tap(SCORE)
            .build();
    return new Discriminator(
        classes,
        (image, vector) -> image.reshape(image.getShape().get(0), -1).concat(vector, 1),
        body,
        BY_INPUTS);
  }

  private static Discriminator convolutional(int width) {
    var body = Staged.builder();
    convolution(body, width, 3, 1);
    convolution(body, 2 * width, 3, 1);
    convolution(body, 4 * width, 4, 2);
    convolution(body, 4 * width, 4, 2);
    body.apply(x -> x.reshape(x.getShape().get(0), x.getShape().get(1), -1).mean(new int[] {2}))
        .add(Linear.builder().setUnits(1).optBias(false).build())
        .tap(SCORE);
    return new Discriminator(1, Discriminator::asChannel, body.build(), Initial.normal(0.02));
  }

  private static NDArray asChannel(NDArray image, NDArray number) {
    Shape shape = image.getShape();
    NDArray channel =
        number
            .reshape(shape.get(0), 1, 1, 1)
            .broadcast(new Shape(shape.get(0), 1, shape.get(2), shape.get(3)));
    return image.concat(channel, 1);
  }

  private static Block dense(int units) {
    return Linear.builder().setUnits(units).build();
  }

  private static void convolution(Staged.Builder body, int filters, int kernel, int stride) {
    body.add(
            Conv2d.builder()
                .setFilters(filters)
                .setKernelShape(new Shape(kernel, kernel))
                .optStride(new Shape(stride, stride))
                .optBias(false)
                .build())
        .add(new BatchNormalization())
        .apply(Discriminator::leaky);
  }

  private static NDArray leaky(NDArray x) {
    return Activation.leakyRelu(x, SLOPE);
  }

  @Override
  public List<String> inputNames() {
    return List.of(IMAGE, LABEL);
  }

  @Override
  public List<String> outputNames() {
    return List.of(SCORE);
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
    table.initialize(manager, dataType, inputShapes[1]);
    Shape vectors = table.getOutputShapes(new Shape[] {inputShapes[1]})[0];
    try (NDManager trial = manager.newSubManager()) {
      NDArray image = trial.zeros(inputShapes[0]);
      body.initialize(manager, dataType, joined.apply(image, trial.zeros(vectors)).getShape());
    }
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore parameterStore,
      NDList inputs,
      boolean training,
      PairList<String, Object> params) {
    NDList label = new NDList(inputs.get(1));
    NDArray vector = table.forward(parameterStore, label, training, params).singletonOrThrow();
    NDList input = new NDList(joined.apply(inputs.get(0), vector));
    return body.forward(parameterStore, input, training, params);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), 1)};
  }
}
