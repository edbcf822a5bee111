package dev.coffey.plugins.cgn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;

/** The {@link Discriminator} of a run. It serves training only. */
record Critic(Network network) {
  private static final int LEAST_EDGE = 14;

  /**
   * A new one for the run's images, with the role {@code discriminator}.
   *
   * @throws IllegalArgumentException if they are too small for it
   */
  static Critic build(Run run, DiscriminatorOptions options) {
    int classes = run.data().classes();
    Shape image = run.data().input();
    if (options.form() == DiscriminatorOptions.Form.CONV
        && Math.min(image.get(1), image.get(2)) < LEAST_EDGE) {
      throw new IllegalArgumentException(
          "the discriminator conv needs images of at least %dx%d pixels, but the data has the shape %s"
              .formatted(LEAST_EDGE, LEAST_EDGE, image));
    }
    return new Critic(
        run.build("discriminator", Discriminator.of(options, classes), image, new Shape(classes)));
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
