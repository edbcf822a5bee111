package dev.coffey.plugins.networks;

import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Student;
import java.util.List;

/** {@code resnet}: a residual network whose depth and width are options. */
final class ResNet implements Student {
  @Override
  public Class<ResNetOptions> options() {
    return ResNetOptions.class;
  }

  @Override
  public List<Network> open(Run run) {
    return List.of(ResNetLayers.build("resnet", run, run.options(ResNetOptions.class)));
  }
}
