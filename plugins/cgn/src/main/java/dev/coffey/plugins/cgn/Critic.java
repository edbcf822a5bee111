package dev.coffey.plugins.cgn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;

/** The {@link Discriminator} of a run. It serves training only. */
record Critic(Network network) {
  /** A new one for the run's data, with the role {@code discriminator}. */
  static Critic build(Run run, DiscriminatorOptions options) {
    int classes = run.data().classes();
    return new Critic(
        run.build(
            "discriminator",
            Discriminator.of(options, classes),
            run.data().input(),
            new Shape(classes)));
  }

  /**
   * Scores, (N, 1).
   *
   * @param images (N, C, H, W), in [−1, 1]
   * @param labels one-hot, (N, K)
   */
  NDArray scores(NDArray images, NDArray labels) {
    var seen = Tensors.of(Discriminator.IMAGE, images).with(Discriminator.LABEL, labels);
    return network.forward(seen, Mode.TRAIN).get(Discriminator.SCORE);
  }
}
