package dev.coffey.plugins.datafree;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.nn.block.BatchNormalization;
import dev.coffey.nn.block.Initial;
import dev.coffey.nn.block.NearestUpsampling;
import dev.coffey.nn.block.Staged;

/**
 * Makes images from noise. Dense layer to 2·ngf maps of H/4 x W/4; batch normalisation, doubling,
 * convolution, batch normalisation, leaky ReLU 0.2; the same with ngf filters; convolution to C
 * channels, tanh, batch normalisation without scale and shift. So each channel of a batch has mean
 * 0 and variance 1 in normalised units; the last layer goes from there to the units of images,
 * without clipping to [0, 1]. Weights start uniform in ±1/√fan-in, as PyTorch's do, on which the
 * published rates rest. Source: Fang et al. 2019 (DFAD), generator of their code for 28 and 32
 * pixels: 1,049,985 parameters with nz 100, ngf 64 and 1 x 32 x 32 pixels.
 *
 * @param network takes (N, nz) under {@code x}, gives (N, C, H, W) under {@code image}
 */
record Generator(Network network) {
  private static final String IMAGE = "image";
  private static final int SHRINKING = 4;
  private static final float SLOPE = 0.2f;
  private static final Initial WEIGHTS =
      (shape, random) ->
          Initial.uniform(1 / Math.sqrt((double) shape.slice(1).size())).draw(shape, random);

  /**
   * A new generator, with the role {@code generator}.
   *
   * @param inputs width of its input
   * @param ngf filters of the last hidden convolution
   * @throws IllegalArgumentException if the run's data isn't images whose edges are divisible by 4
   */
  static Generator build(Run run, int inputs, int ngf) {
    Shape image = image(run.data());
    long height = image.get(1) / SHRINKING;
    long width = image.get(2) / SHRINKING;
    long filters = 2L * ngf;
    var block =
        Staged.builder()
            .add(Linear.builder().setUnits(filters * height * width).build())
            .apply(x -> x.reshape(-1, filters, height, width))
            .add(new BatchNormalization())
            .add(new NearestUpsampling())
            .add(convolution(filters))
            .add(new BatchNormalization())
            .apply(Generator::leaky)
            .add(new NearestUpsampling())
            .add(convolution(ngf))
            .add(new BatchNormalization())
            .apply(Generator::leaky)
            .add(convolution(image.get(0)))
            .apply(Activation::tanh)
            .add(BatchNormalization.withoutScaleAndShift())
            .apply(new Denormalize(run.data())::apply)
            .tap(IMAGE)
            .build();
    block.setInitializer(WEIGHTS, Parameter.Type.WEIGHT);
    return new Generator(run.build("generator", block, new Shape(inputs)));
  }

  private static Shape image(DataSpec data) {
    Shape shape = data.input();
    if (shape.dimension() != 3 || shape.get(1) % SHRINKING != 0 || shape.get(2) % SHRINKING != 0) {
      throw new IllegalArgumentException(
          "the generator makes images (C, H, W) whose edges are divisible by %d, but the data has the shape %s"
              .formatted(SHRINKING, shape));
    }
    return shape;
  }

  private static Block convolution(long filters) {
    return Conv2d.builder()
        .setFilters(Math.toIntExact(filters))
        .setKernelShape(new Shape(3, 3))
        .optPadding(new Shape(1, 1))
        .build();
  }

  private static NDArray leaky(NDArray x) {
    return Activation.leakyRelu(x, SLOPE);
  }

  /**
   * Images of one batch, (N, C, H, W), always with the batch's own statistics. Outside an update
   * they are constants.
   *
   * @param latents (N, inputs)
   */
  NDArray images(NDArray latents) {
    return network.forward(Tensors.of("x", latents), Mode.TRAIN).get(IMAGE);
  }
}
