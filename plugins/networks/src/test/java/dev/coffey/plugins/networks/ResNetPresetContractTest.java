package dev.coffey.plugins.networks;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Student;
import dev.coffey.api.contract.StudentContract;
import java.util.List;

class ResNetPresetContractTest extends StudentContract {
  @Override
  protected Student student() {
    return new ResNetPreset(8);
  }

  @Override
  protected DataSpec data() {
    return new DataSpec(
        new Shape(3, 32, 32), 10, List.of(0.5f, 0.5f, 0.5f), List.of(0.2f, 0.3f, 0.2f));
  }
}
