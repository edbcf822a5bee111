package dev.coffey.plugins.networks;

import dev.coffey.api.Option;

/** Options of {@code resnet}. */
record ResNetOptions(
    @Option(help = "number of layers, 6n+2: 8, 14, 20, 32, 56, 110, …", value = "20", min = 8)
        int depth,
    @Option(
            help =
                "filters of the stem and of the first stage; each further stage has twice as many",
            value = "16",
            min = 1)
        int width) {
  ResNetOptions {
    if (depth < 8 || depth % 6 != 2) {
      throw new IllegalArgumentException(
          "resnet's depth must be 6n+2, such as 20 or 56, but is " + depth);
    }
    if (width < 1) {
      throw new IllegalArgumentException("resnet's width must be at least 1, but is " + width);
    }
  }

  /** Residual blocks in each of the three stages. */
  int blocksPerStage() {
    return (depth - 2) / 6;
  }

  /** Filters of stage 1, 2 or 3. */
  int filters(int stage) {
    return width << (stage - 1);
  }
}
