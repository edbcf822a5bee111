package dev.coffey.plugins.networks;

import dev.coffey.api.Option;

/** Options of {@code wrn}. */
record WideResNetOptions(
    @Option(help = "number of layers, 6n+4: 10, 16, 22, 28, 40, …", value = "16", min = 10)
        int depth,
    @Option(help = "widening factor k: the stages have 16k, 32k, 64k filters", value = "1", min = 1)
        int widen,
    @Option(
            help = "share of activations dropped inside each block while training, 0 to 0.99",
            value = "0",
            min = 0,
            max = 0.99)
        double dropout) {
  WideResNetOptions {
    if (depth < 10 || depth % 6 != 4) {
      throw new IllegalArgumentException(
          "wrn's depth must be 6n+4, such as 16 or 40, but is " + depth);
    }
    if (widen < 1) {
      throw new IllegalArgumentException("wrn's widen must be at least 1, but is " + widen);
    }
  }

  /** Residual blocks in each of the three stages. */
  int blocksPerStage() {
    return (depth - 4) / 6;
  }

  /** Filters of stage 1, 2 or 3. */
  int filters(int stage) {
    return (16 * widen) << (stage - 1);
  }
}
