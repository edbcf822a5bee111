package dev.coffey.plugins.networks;

import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Student;
import java.util.List;

/** {@code wrn}: a wide residual network whose depth and widening factor are options. */
final class WideResNet implements Student {
  @Override
  public Class<WideResNetOptions> options() {
    return WideResNetOptions.class;
  }

  @Override
  public List<Network> open(Run run) {
    return List.of(WideResNetLayers.build("wrn", run, run.options(WideResNetOptions.class)));
  }
}
