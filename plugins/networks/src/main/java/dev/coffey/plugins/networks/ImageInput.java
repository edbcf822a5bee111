package dev.coffey.plugins.networks;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;

/** The image a network is built for; checks that there is one. */
record ImageInput(String network, Shape shape) {
  /**
   * The input of {@code data}.
   *
   * @throws IllegalArgumentException if it is no image, or there are no classes
   */
  static ImageInput of(String network, DataSpec data) {
    var input = new ImageInput(network, data.input());
    if (data.input().dimension() != 3) {
      throw input.refused("needs images (C, H, W)");
    }
    Labelled.check(network, data);
    return input;
  }

  long height() {
    return shape.get(1);
  }

  long width() {
    return shape.get(2);
  }

  /** Throws if an edge is shorter than {@code pixels}. */
  void atLeast(int pixels) {
    if (height() < pixels || width() < pixels) {
      throw refused("needs images of at least %dx%d pixels".formatted(pixels, pixels));
    }
  }

  /** {@code need}: what the network asks for, as the start of a sentence. */
  IllegalArgumentException refused(String need) {
    return new IllegalArgumentException(
        "%s %s, but the data has the shape %s".formatted(network, need, shape));
  }
}
