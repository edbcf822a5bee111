package dev.coffey.plugins.cgn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.nn.image.ToroidalShift;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The three networks of a counterfactual generative network, and how they make images. */
record Mechanisms(Network shape, Network texture, Network background) {
  /**
   * What makes up a batch of images.
   *
   * @param mask (N, 1, H, W): 1 where the object is
   * @param texture (N, 3, H, W), shuffled
   * @param background (N, 3, H, W), shuffled
   */
  record Parts(NDArray mask, NDArray texture, NDArray background) {
    /** mask · texture + (1 − mask) · background: (N, 3, H, W). */
    NDArray image() {
      return background.add(mask.mul(texture.sub(background)));
    }
  }

  /** The shuffles of texture and background. */
  record Shuffles(ToroidalShift texture, ToroidalShift background) {}

  /**
   * The run's students.
   *
   * @throws IllegalArgumentException if they aren't mechanisms for the run's images and classes
   */
  static Mechanisms of(Run run) {
    var mechanisms =
        new Mechanisms(
            run.network("student"),
            run.network("student.texture"),
            run.network("student.background"));
    Shape image = run.data().input();
    requireImage(image);
    require(mechanisms.shape, Mechanism.MASK, new Shape(1, image.get(1), image.get(2)));
    require(mechanisms.texture, Mechanism.IMAGE, image);
    require(mechanisms.background, Mechanism.IMAGE, image);
    return mechanisms;
  }

  private static void requireImage(Shape image) {
    if (image.dimension() != 3 || image.get(0) != 3) {
      throw new IllegalArgumentException(
          "cgn trains on images (3, H, W), but the data has the shape %s".formatted(image));
    }
  }

  private static void require(Network network, String tap, Shape shape) {
    boolean fits =
        network.inputs().keySet().equals(Set.of(Latents.INPUT))
            && shape.equals(network.taps().get(tap));
    if (!fits) {
      throw new IllegalArgumentException(
          "'%s' must make '%s' of shape %s from '%s' for this data, but makes %s from %s; is size that of the images?"
              .formatted(
                  network.role(), tap, shape, Latents.INPUT, network.taps(), network.inputs()));
    }
  }

  /**
   * How long noise is, where there are {@code classes}.
   *
   * @throws IllegalArgumentException if the inputs have no room for it
   */
  Latents latents(int classes) {
    long width = shape.inputs().get(Latents.INPUT).get(0);
    if (width <= classes) {
      throw new IllegalArgumentException(
          "'%s' reads %d numbers, which leaves none for noise beside %d classes; is classes that of the data?"
              .formatted(shape.role(), width, classes));
    }
    return new Latents(Math.toIntExact(width - classes), classes);
  }

  /**
   * One noise and one class for all three, as in training.
   *
   * @param z (N, latent + classes)
   */
  Parts make(NDArray z, Optional<Shuffles> shuffles, Mode mode) {
    Tensors latents = Tensors.of(Latents.INPUT, z);
    NDArray mask = shape.forward(latents, mode).get(Mechanism.MASK);
    NDArray front = texture.forward(latents, mode).get(Mechanism.IMAGE);
    NDArray behind = background.forward(latents, mode).get(Mechanism.IMAGE);
    return shuffles
        .map(by -> new Parts(mask, by.texture().apply(front), by.background().apply(behind)))
        .orElseGet(() -> new Parts(mask, front, behind));
  }

  List<Network> networks() {
    return List.of(shape, texture, background);
  }

  /** Frozen copies. */
  Mechanisms shadow() {
    return new Mechanisms(shape.shadow(), texture.shadow(), background.shadow());
  }

  /** Takes over the weights and running statistics of {@code source}. */
  void copy(Mechanisms source) {
    shape.follow(source.shape, 0);
    texture.follow(source.texture, 0);
    background.follow(source.background, 0);
  }
}
