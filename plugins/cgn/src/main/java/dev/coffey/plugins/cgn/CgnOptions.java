package dev.coffey.plugins.cgn;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import dev.coffey.api.Option;
import dev.coffey.nn.block.Initial;

/** Options of the student {@code cgn}. */
record CgnOptions(
    @Option(help = "dimensions of the noise", value = "32", min = 1) int latent,
    @Option(help = "number of classes", value = "10", min = 1) int classes,
    @Option(help = "edge of the images in pixels, divisible by 4", value = "32", min = 4) int size,
    @Option(
            help = "filters of the last hidden convolution of the shape mechanism",
            value = "32",
            min = 1)
        int shapeFilters,
    @Option(
            help = "filters of the last hidden convolution of texture and background",
            value = "32",
            min = 1)
        int filters,
    @Option(
            help = "how convolutions and dense layers start: orthogonal or normal",
            value = "orthogonal")
        Start initialisation,
    @Option(help = "scale of the initial weights (g)", value = "0.2", min = 0) double gain) {
  /** Distribution of initial weights. */
  enum Start {
    ORTHOGONAL,
    NORMAL
  }

  CgnOptions {
    if (size % 4 != 0) {
      throw new IllegalArgumentException("size must be divisible by 4, but is " + size);
    }
  }

  /** Lets all of {@code block} start as the options say; scales are normal around 1. */
  void initialise(Block block) {
    block.setInitializer(
        initialisation == Start.ORTHOGONAL ? new Orthogonal(gain) : Initial.normal(gain),
        Parameter.Type.WEIGHT);
    block.setInitializer(around(1, Initial.normal(gain)), Parameter.Type.GAMMA);
  }

  private static Initial around(float centre, Initial spread) {
    return (shape, random) -> {
      float[] values = spread.draw(shape, random);
      for (int i = 0; i < values.length; i++) {
        values[i] += centre;
      }
      return values;
    };
  }
}
