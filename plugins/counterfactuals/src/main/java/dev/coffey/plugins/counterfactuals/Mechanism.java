package dev.coffey.plugins.counterfactuals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;

/**
 * A network that makes one part of an image from noise and a class.
 *
 * @param network has one input, (N, latent + classes): noise, then the class as a one-hot vector
 * @param input the input's name
 * @param part the output's name: {@code mask}, (N, 1, H, W), or {@code image}, (N, C, H, W)
 * @param classes number of classes
 */
record Mechanism(Network network, String input, String part, int classes) {
  /** The network with {@code role}, which must have one input of noise and class. */
  static Mechanism of(Run run, String role, String part) {
    Network network = run.network(role);
    int classes = run.data().classes();
    var inputs = network.inputs();
    var only = inputs.entrySet().iterator().next();
    if (inputs.size() != 1
        || only.getValue().dimension() != 1
        || only.getValue().get(0) <= classes) {
      throw new ShapeMismatch(
          "'%s' must have one input of noise and %d classes, (latent + %d), but has %s"
              .formatted(role, classes, classes, inputs));
    }
    if (!network.taps().containsKey(part)) {
      throw new IllegalArgumentException(
          "'%s' must have an output '%s', but has %s"
              .formatted(role, part, network.taps().keySet()));
    }
    return new Mechanism(network, only.getKey(), part, classes);
  }

  /** Number of noise values a sample. */
  long latent() {
    return network.inputs().get(input).get(0) - classes;
  }

  /**
   * Parts of these classes.
   *
   * @param noise (N, latent)
   * @param labels N classes
   */
  NDArray make(NDArray noise, int[] labels) {
    NDArray oneHot = noise.getManager().create(labels).oneHot(classes, DataType.FLOAT32);
    return network.forward(Tensors.of(input, noise.concat(oneHot, 1)), Mode.INFER).get(part);
  }
}
