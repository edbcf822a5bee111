package dev.coffey.plugins.invariant;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import dev.coffey.api.DataSpec;
import dev.coffey.nn.block.BatchNormalization;
import dev.coffey.nn.block.Normalize;
import dev.coffey.nn.block.Staged;

/**
 * The classifier of counterfactual digits: batch normalisation of the image; a 5x5 convolution and
 * 3x3 max pooling with stride 2; three 3x3 convolutions, the second with stride 2; ReLU after each;
 * 7x7 mean pooling, whose last row and column of an 8x8 map fall away; one dense layer. Source:
 * Sauer and Geiger 2021, "Counterfactual Generative Networks", the shape classifier of their code
 * for MNIST; 67,760 parameters on 3 x 32 x 32 pixels. There are none of the batch normalisations
 * after convolutions in it.
 *
 * <p>Taps, for 32x32 pixels: {@code stage1} (after the first pooling, 16x16), {@code stage2} (after
 * the last convolution, 8x8), {@code feature} (pooled, as a vector), {@code logits}.
 *
 * @param options its size
 */
record ShapeLayers(MnistCnnOptions options) {
  private static final int SMALLEST_EDGE = 25;

  /**
   * The layers for {@code data}.
   *
   * @param id name of who has it, for error messages
   */
  Staged block(String id, DataSpec data) {
    check(id, data);
    int filters = options.width();
    var layers = Staged.builder().add(new Normalize(data)).add(new BatchNormalization());
    convolution(layers, filters, 5, 1);
    layers.apply(ShapeLayers::maximum).tap("stage1");
    convolution(layers, filters, 3, 1);
    convolution(layers, 2 * filters, 3, 2);
    convolution(layers, 2 * filters, 3, 1);
    return layers
        .tap("stage2")
        .apply(ShapeLayers::mean)
        .apply(maps -> maps.reshape(maps.getShape().get(0), -1))
        .tap("feature")
        .add(Linear.builder().setUnits(data.classes()).build())
        .tap("logits")
        .build();
  }

  private static void check(String id, DataSpec data) {
    Shape input = data.input();
    if (input.dimension() != 3 || input.get(1) < SMALLEST_EDGE || input.get(2) < SMALLEST_EDGE) {
      throw new IllegalArgumentException(
          "%s needs images (C, H, W) of at least %dx%d pixels, but the data has the shape %s"
              .formatted(id, SMALLEST_EDGE, SMALLEST_EDGE, input));
    }
    if (data.classes() < 1) {
      throw new IllegalArgumentException(id + " needs data with classes, but this data has none");
    }
  }

  private void convolution(Staged.Builder layers, int filters, int kernel, int stride) {
    layers.add(
        Conv2d.builder()
            .setFilters(filters)
            .setKernelShape(new Shape(kernel, kernel))
            .optStride(new Shape(stride, stride))
            .optPadding(new Shape(kernel / 2, kernel / 2))
            .optBias(!options.batchNorm())
            .build());
    if (options.batchNorm()) {
      layers.add(new BatchNormalization());
    }
    layers.add(Activation::relu);
  }

  private static NDArray maximum(NDArray maps) {
    return Pool.maxPool2d(maps, new Shape(3, 3), new Shape(2, 2), new Shape(1, 1), false);
  }

  /** Means of squares of 7 pixels; what is left over at the right and at the bottom falls away. */
  static NDArray mean(NDArray maps) {
    var seven = new Shape(7, 7);
    return Pool.avgPool2d(maps, seven, seven, new Shape(0, 0), false, false);
  }
}
