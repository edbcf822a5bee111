package dev.coffey.lab.run;

import dev.coffey.api.Network;
import dev.coffey.lab.experiment.TeacherPlan;
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
        .file()
        .ifPresent(file -> networks.add(workspace.open(part, file.file(), file.reader())));
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
}
