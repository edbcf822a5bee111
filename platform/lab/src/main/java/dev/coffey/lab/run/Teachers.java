package dev.coffey.lab.run;

import dev.coffey.api.Network;
import dev.coffey.lab.experiment.TeacherPlan;
import dev.coffey.nn.Workspace;
import java.util.ArrayList;
import java.util.List;

/** Opens the networks of a teacher, frozen. */
record Teachers(Workspace workspace) {
  /** {@code weights}: those of a teacher that a stage trained; none to leave it untrained. */
  List<Network> open(TeacherPlan teacher, NetworkBytes weights) {
    var networks = new ArrayList<Network>();
    teacher
        .file()
        .ifPresent(file -> networks.add(workspace.open("teacher", file.file(), file.reader())));
    teacher
        .service()
        .ifPresent(
            service ->
                networks.addAll(
                    service.service().open(workspace.view("teacher", service.optionSource()))));
    teacher
        .network()
        .ifPresent(
            network -> {
              networks.addAll(
                  network.service().open(workspace.viewAsTeacher(network.optionSource())));
              weights.loadInto(networks);
            });
    networks.forEach(Network::freeze);
    return networks;
  }
}
