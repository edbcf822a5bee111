package dev.coffey.lab.method;

import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Tensors;
import java.util.List;

/** Collects tensors of several sources under {@code source/name}. */
public final class Outputs {
  private Outputs() {}

  /** {@code all} with every tensor of {@code tensors} under {@code prefix/name}. */
  public static Tensors named(String prefix, Tensors tensors, Tensors all) {
    Tensors result = all;
    for (String name : tensors.names()) {
      result = result.with(prefix + "/" + name, tensors.get(name));
    }
    return result;
  }

  /** {@code all} with the outputs of {@code networks} on {@code batch} in inference. */
  public static Tensors add(Tensors all, List<Network> networks, Tensors batch) {
    return add(all, networks, batch, Mode.INFER);
  }

  /**
   * {@code all} with the outputs of {@code networks} on {@code batch}, under their roles; without
   * those that read what the batch hasn't.
   */
  public static Tensors add(Tensors all, List<Network> networks, Tensors batch, Mode mode) {
    Tensors result = all;
    for (Network network : networks) {
      if (isShown(batch, network)) {
        result = named(network.role(), network.forward(batch, mode), result);
      }
    }
    return result;
  }

  /** Whether {@code batch} has all that {@code network} reads. */
  public static boolean isShown(Tensors batch, Network network) {
    return batch.names().containsAll(network.inputs().keySet());
  }
}
