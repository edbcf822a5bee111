package dev.coffey.plugins.cgn;

import dev.coffey.api.Option;

/** Form and size of the {@link Discriminator}. */
record DiscriminatorOptions(
    @Option(
            help = "linear (dense layers, for flat colours) or conv (for patterns)",
            value = "linear")
        Form form,
    @Option(
            help = "units of each hidden layer, or filters of the first convolution (ndf)",
            value = "128",
            min = 1)
        int width,
    @Option(help = "share of hidden units dropped, in linear", value = "0.4", min = 0, max = 0.99)
        double dropout) {
  /** What it is made of. */
  enum Form {
    LINEAR,
    CONV
  }
}
