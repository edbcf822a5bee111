package dev.coffey.plugins.skdcgn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import dev.coffey.nn.block.NamedInputs;
import dev.coffey.nn.block.NamedOutputs;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tells a teacher's images from a student's, given their class: convolutions with leaky ReLU 0.01,
 * a sum over pixels h, and the score w·h + b + ⟨h, e(y)⟩. Inputs {@code image}, (N, C, H, W), in
 * [−1, 1], and {@code label}, one-hot, (N, K); outputs {@code feature1}, {@code feature2}, …, the
 * maps behind each activation, and {@code score}, (N, 1). Source: Chang and Lu 2020; the head:
 * Miyato and Koyama 2018. 3,300,321 parameters with 3 channels, 32 filters, 5 convolutions and 1000
 * classes.
 */
final class Discriminator extends AbstractBlock implements NamedInputs, NamedOutputs {
  static final String IMAGE = "image";
  static final String LABEL = "label";
  static final String SCORE = "score";

  private static final float SLOPE = 0.01f;

  private final int last;
  private final List<SpectralConvolution> convolutions = new ArrayList<>();
  private final SpectralDense head;
  private final SpectralDense table;
  private final Parameter bias =
      addParameter(
          Parameter.builder()
              .setName("bias")
              .setType(Parameter.Type.BIAS)
              .optShape(new Shape(1))
              .build());

  Discriminator(DiscriminatorOptions options) {
    int filters = options.filters();
    for (int i = 0; i < options.depth(); i++) {
      convolutions.add(addChildBlock("convolution", new SpectralConvolution(filters << i)));
    }
    last = filters << (options.depth() - 1);
    head = addChildBlock("head", new SpectralDense(1));
    table = addChildBlock("table", new SpectralDense(last));
  }

  static String feature(int number) {
    return "feature" + number;
  }

  @Override
  public List<String> inputNames() {
    return List.of(IMAGE, LABEL);
  }

  @Override
  public List<String> outputNames() {
    return Stream.concat(
            IntStream.rangeClosed(1, convolutions.size()).mapToObj(Discriminator::feature),
            Stream.of(SCORE))
        .toList();
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
    Shape maps = inputShapes[0];
    for (SpectralConvolution convolution : convolutions) {
      convolution.initialize(manager, dataType, maps);
      maps = convolution.getOutputShapes(new Shape[] {maps})[0];
    }
    head.initialize(manager, dataType, new Shape(maps.get(0), last));
    table.initialize(manager, dataType, inputShapes[1]);
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    NDList outputs = new NDList();
    NDArray maps = inputs.get(0);
    for (SpectralConvolution convolution : convolutions) {
      NDArray next = convolution.forward(store, new NDList(maps), training, params).head();
      maps = Activation.leakyRelu(next, SLOPE);
      outputs.add(maps);
    }
    NDArray pooled = maps.reshape(-1, last, maps.size(2) * maps.size(3)).sum(new int[] {2});
    NDArray own = head.forward(store, new NDList(pooled), training, params).head();
    NDArray vectors = table.forward(store, new NDList(inputs.get(1)), training, params).head();
    NDArray fit = pooled.mul(vectors).sum(new int[] {1}, true);
    outputs.add(own.add(fit).add(store.getValue(bias, maps.getDevice(), training)));
    return outputs;
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    List<Shape> shapes = new ArrayList<>();
    Shape maps = inputShapes[0];
    for (SpectralConvolution convolution : convolutions) {
      maps = convolution.getOutputShapes(new Shape[] {maps})[0];
      shapes.add(maps);
    }
    shapes.add(new Shape(maps.get(0), 1));
    return shapes.toArray(Shape[]::new);
  }
}
