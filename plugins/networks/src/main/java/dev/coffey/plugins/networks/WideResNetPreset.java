package dev.coffey.plugins.networks;

import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Student;
import java.util.List;

/** {@code wrn-DEPTH-WIDEN}: a wide residual network as published, without dropout. */
record WideResNetPreset(int depth, int widen) implements Student {
  @Override
  public List<Network> open(Run run) {
    var id = "wrn-%d-%d".formatted(depth, widen);
    return List.of(WideResNetLayers.build(id, run, new WideResNetOptions(depth, widen, 0)));
  }
}
