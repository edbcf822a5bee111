package dev.coffey.plugins.skdcgn;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.nn.block.BatchNormalization;
import dev.coffey.nn.block.Initial;
import dev.coffey.nn.block.Staged;
import java.util.List;

/**
 * TinyGAN's generator: {@link FirstMaps}, {@link GBlock}s that double the size, batch
 * normalisation, ReLU, convolution 3 x 3, tanh. Takes z, see {@link Latents}; gives what {@link
 * Mechanism} says. Source: Chang and Lu 2020.
 *
 * @param embedding length of the vectors of classes
 * @param edge height and width of the first maps
 * @param widths channels of the first maps, then of what each GBlock gives
 * @param subPixels pixels in a row, and rows, that each position of the last convolution makes; 1:
 *     as TinyGAN
 */
record Generator(Latents latents, int embedding, int edge, List<Integer> widths, int subPixels) {
  /**
   * Builds the one that takes the place of {@code mechanism}.
   *
   * @throws IllegalArgumentException if the role is taken
   */
  Network build(Run run, String role, Mechanism mechanism) {
    return run.build(role, block(mechanism), latents.shape());
  }

  private Block block(Mechanism mechanism) {
    Staged.Builder builder =
        Staged.builder()
            .input(Latents.INPUT)
            .add(new FirstMaps(latents, embedding, widths.get(0), edge));
    for (int i = 1; i < widths.size(); i++) {
      builder.add(new GBlock(widths.get(i - 1), widths.get(i)));
    }
    builder
        .add(mapsAndVectors -> new NDList(mapsAndVectors.head()))
        .add(new BatchNormalization())
        .add(Activation::relu)
        .add(convolution(mechanism.channels() * subPixels * subPixels));
    if (subPixels > 1) {
      builder.apply(maps -> PixelShuffle.apply(maps, subPixels));
    }
    return builder.apply(Activation::tanh).apply(mechanism::output).tap(mechanism.tap()).build();
  }

  private static Block convolution(int filters) {
    Block block =
        Conv2d.builder()
            .setFilters(filters)
            .setKernelShape(new Shape(3, 3))
            .optPadding(new Shape(1, 1))
            .build();
    block.setInitializer(Initial.xavier(), Parameter.Type.WEIGHT);
    return block;
  }
}
