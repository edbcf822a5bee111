package dev.coffey.plugins.skdcgn;

import dev.coffey.api.Option;
import java.util.List;

/** Options of the metric {@code mechanism-fidelity}. */
record FidelityOptions(
    @Option(
            help = "mechanisms the student has: shape, texture, background, or some of them",
            value = "[shape, texture, background]")
        List<Mechanism> mechanisms) {
  FidelityOptions {
    mechanisms = new Cast(mechanisms).mechanisms();
  }
}
