package dev.coffey.plugins.networks;

import dev.coffey.api.Option;
import java.util.List;

/** Options of {@code mlp}. */
record MlpOptions(
    @Option(help = "units of each hidden layer, each at least 1", value = "[1200, 1200]")
        List<Integer> hidden,
    @Option(
            help = "share of each hidden layer's units dropped while training, 0 to 0.99",
            value = "0",
            min = 0,
            max = 0.99)
        double dropout) {
  MlpOptions {
    hidden = List.copyOf(hidden);
    for (int units : hidden) {
      if (units < 1) {
        throw new IllegalArgumentException(
            "mlp's hidden layers must have at least 1 unit each, but hidden is " + hidden);
      }
    }
  }
}
