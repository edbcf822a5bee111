package dev.coffey.plugins.networks;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Student;
import dev.coffey.api.contract.StudentContract;
import java.util.List;
import java.util.function.Supplier;

class ResNetContractTest extends StudentContract {
  @Override
  protected Student student() {
    return new ResNet();
  }

  @Override
  protected ResNetOptions options() {
    return new ResNetOptions(14, 4);
  }

  @Override
  protected List<Supplier<? extends Record>> invalidOptions() {
    return List.of(
        () -> new ResNetOptions(21, 16),
        () -> new ResNetOptions(2, 16),
        () -> new ResNetOptions(20, 0));
  }

  @Override
  protected DataSpec data() {
    return new DataSpec(new Shape(1, 28, 28), 10, List.of(0.5f), List.of(0.2f));
  }
}
