package dev.coffey.lab.run;

import dev.coffey.api.Network;
import dev.coffey.api.Tensors;
import dev.coffey.lab.experiment.TeacherPlan;
import dev.coffey.lab.method.Outputs;
import dev.coffey.nn.Workspace;
import java.util.ArrayList;
import java.util.List;

/**
 * Opens the networks of a teacher, frozen.
 *
 * @param part role of its first network, and where the roles of the others begin
 */
record Teachers(Workspace workspace, String part) {
  static Teachers teaching(Workspace workspace) {
    return new Teachers(workspace, "teacher");
  }

  /** Networks that are only asked what they make of samples. */
  static Teachers judging(Workspace workspace) {
    return new Teachers(workspace, "judge");
  }

  /** {@code weights}: those of a teacher that a stage trained; none to leave it untrained. */
  List<Network> open(TeacherPlan teacher, NetworkBytes weights) {
    var networks = new ArrayList<Network>();
    teacher
        .files()
        .forEach(one -> networks.add(workspace.open(one.role(), one.file(), one.reader())));
    teacher
        .service()
        .ifPresent(
            service ->
                networks.addAll(
                    service.service().open(workspace.viewAs(part, service.optionSource()))));
    teacher
        .network()
        .ifPresent(
            network -> {
              networks.addAll(
                  network.service().open(workspace.viewAs(part, network.optionSource())));
              weights.loadInto(networks);
            });
    networks.forEach(Network::freeze);
    return networks;
  }

  /**
   * Checks that {@code networks}, which nobody else feeds, find in a batch what they read.
   *
   * @throws IllegalArgumentException if one doesn't
   */
  static void requireInputs(List<Network> networks, Tensors batch) {
    for (Network network : networks) {
      if (!Outputs.isShown(batch, network)) {
        throw new IllegalArgumentException(
            "the network '%s' from a file reads %s, but the dataset's batches have %s"
                .formatted(network.role(), network.inputs().keySet(), batch.names()));
      }
    }
  }
}
