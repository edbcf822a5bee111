package dev.coffey.plugins.networks;

import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Student;
import java.util.List;

/** {@code resnet-DEPTH}: a residual network of the published width. */
record ResNetPreset(int depth) implements Student {
  private static final int PUBLISHED_WIDTH = 16;

  @Override
  public List<Network> open(Run run) {
    var options = new ResNetOptions(depth, PUBLISHED_WIDTH);
    return List.of(ResNetLayers.build("resnet-" + depth, run, options));
  }
}
