package dev.coffey.plugins.cgn;

import dev.coffey.api.Option;

/** Options of the teacher {@code analytic-cgn}. */
record AnalyticCgnOptions(
    @Option(
            help = "dimensions of the noise, of which the first 17 are used",
            value = "32",
            min = 17)
        int latent,
    @Option(help = "edge of the images in pixels", value = "32", min = 8) int size) {
  Latents latents() {
    return new Latents(latent, Digits.CLASSES);
  }
}
