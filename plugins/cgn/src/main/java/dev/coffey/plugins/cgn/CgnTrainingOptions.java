package dev.coffey.plugins.cgn;

import dev.coffey.api.Option;

/** Options of the method {@code cgn}. */
record CgnTrainingOptions(
    @Option(help = "what tells made images from real ones") DiscriminatorOptions discriminator,
    @Option(
            help = "weight of the mechanisms' adversarial loss; 0 leaves the discriminator out",
            value = "1",
            min = 0)
        double adversarial,
    @Option(
            help = "weight of the masks' entropy, in bits a pixel (lambda mask)",
            value = "0.3",
            min = 0)
        double maskEntropy,
    @Option(
            help = "weight of the area by which a mask lies outside its interval",
            value = "5",
            min = 0)
        double maskInterval,
    @Option(help = "least area of a mask, a share of the image", value = "0.05", min = 0, max = 1)
        double maskLeast,
    @Option(help = "largest area of a mask, a share of the image", value = "0.3", min = 0, max = 1)
        double maskMost,
    @Option(
            help = "weight of the difference in colours of made and real images",
            value = "1",
            min = 0)
        double style,
    @Option(
            help = "whether an image is made of the class of the real one that it is compared with",
            value = "true")
        boolean matchedLabels,
    @Option(
            help =
                "whether textures and backgrounds are shifted at random, so that they show no shape",
            value = "true")
        boolean shuffler,
    @Option(
            help = "whether training ends with the mechanisms of the lowest running style loss",
            value = "true")
        boolean keepBest,
    @Option(help = "steps over which the running style loss is a mean", value = "50", min = 1)
        int keepEvery) {
  CgnTrainingOptions {
    if (maskLeast > maskMost) {
      throw new IllegalArgumentException(
          "mask-least must be mask-most at most, but is %s, and mask-most %s"
              .formatted(maskLeast, maskMost));
    }
  }
}
