package dev.coffey.plugins.invariant;

import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Student;
import java.util.List;

/** {@link ShapeLayers} as a student. */
final class MnistCnn implements Student {
  @Override
  public Class<MnistCnnOptions> options() {
    return MnistCnnOptions.class;
  }

  @Override
  public List<Network> open(Run run) {
    var block = new ShapeLayers(run.options(MnistCnnOptions.class)).block("mnist-cnn", run.data());
    return List.of(run.build("student", block, run.data().input()));
  }
}
