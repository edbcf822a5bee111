package dev.coffey.plugins.skdcgn;

import dev.coffey.api.Option;
import java.util.List;

/** Options of the method {@code skdcgn}. */
record SkdcgnOptions(
    @Option(
            help = "mechanisms the student has: shape, texture, background, or some of them",
            value = "[shape, texture, background]")
        List<Mechanism> mechanisms,
    @Option(
            help =
                "steps after which texture and background stop learning; 0: they learn as long as the shape",
            value = "300",
            min = 0)
        int textureSteps,
    @Option(
            help = "weight of the mean absolute difference of pixels (lambda 1)",
            value = "1",
            min = 0)
        double pixel,
    @Option(help = "what that weight falls by with every epoch, down to 0", value = "0", min = 0)
        double pixelDecay,
    @Option(help = "weight of the distance of the discriminator's maps", value = "1", min = 0)
        double feature,
    @Option(help = "weights of the single maps (omega); if none, …, 1/8, 1/4, 1", value = "[]")
        List<Double> featureWeights,
    @Option(help = "weight of the discriminator's score", value = "0.01", min = 0)
        double adversarial,
    @Option(help = "steps from one use of that score to the next", value = "5", min = 1)
        int adversarialEvery,
    @Option(
            help = "weight of the divergence of the discriminator's maps over channels",
            value = "0",
            min = 0)
        double kl,
    @Option(help = "softmax temperature of that divergence", value = "8", min = 1e-3)
        double temperature,
    @Option(help = "size of the discriminators") DiscriminatorOptions discriminator) {
  SkdcgnOptions {
    mechanisms = new Cast(mechanisms).mechanisms();
    featureWeights = List.copyOf(featureWeights);
    if (!featureWeights.isEmpty() && featureWeights.size() != discriminator.depth()) {
      throw new IllegalArgumentException(
          "feature-weights must have one for each of the discriminator's %d convolutions, but is %s"
              .formatted(discriminator.depth(), featureWeights));
    }
    if (pixel == 0 && feature == 0 && kl == 0) {
      throw new IllegalArgumentException(
          "one of pixel, feature and kl must be above 0, but all are 0");
    }
  }

  FeatureMatching matching() {
    return featureWeights.isEmpty()
        ? FeatureMatching.halving(discriminator.depth())
        : new FeatureMatching(featureWeights);
  }

  /** Whether a discriminator is asked for anything. */
  boolean judges() {
    return feature > 0 || adversarial > 0 || kl > 0;
  }

  /** λ₁ in the {@code epoch}-th epoch, from 1. */
  double pixel(int epoch) {
    return Math.max(0, pixel - pixelDecay * Math.max(0, epoch - 1));
  }
}
