package dev.coffey.plugins.skdcgn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import java.util.List;
import java.util.stream.IntStream;

/** A {@link Discriminator} at work; serves training only. */
record Critic(Network network, int depth) {
  /**
   * What it says of a batch.
   *
   * @param score (N, 1), high for the teacher's images
   * @param features maps of each convolution, (N, C, H, W)
   */
  record Opinion(NDArray score, List<NDArray> features) {}

  /**
   * A new one.
   *
   * @param image shape of what it looks at, (C, H, W)
   * @throws IllegalArgumentException if the image can't be halved as often as it has convolutions
   */
  static Critic build(Run run, String role, Shape image, DiscriminatorOptions options) {
    long least = 1L << options.depth();
    if (image.get(1) % least != 0 || image.get(2) % least != 0) {
      throw new IllegalArgumentException(
          "a discriminator with %d convolutions takes images whose edges are divisible by %d, but those of '%s' have the shape %s"
              .formatted(options.depth(), least, role, image));
    }
    var classes = new Shape(run.data().classes());
    return new Critic(run.build(role, new Discriminator(options), image, classes), options.depth());
  }

  /** {@code images}: (N, C, H, W), in [−1, 1]; {@code labels}: one-hot, (N, K). */
  Opinion opinion(NDArray images, NDArray labels, Mode mode) {
    Tensors inputs = Tensors.of(Discriminator.IMAGE, images).with(Discriminator.LABEL, labels);
    Tensors outputs = network.forward(inputs, mode);
    List<NDArray> features =
        IntStream.rangeClosed(1, depth)
            .mapToObj(number -> outputs.get(Discriminator.feature(number)))
            .toList();
    return new Opinion(outputs.get(Discriminator.SCORE), features);
  }
}
