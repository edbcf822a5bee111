package dev.coffey.plugins.networks;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Student;
import dev.coffey.api.contract.StudentContract;
import java.util.List;
import java.util.function.Supplier;

class WideResNetContractTest extends StudentContract {
  @Override
  protected Student student() {
    return new WideResNet();
  }

  @Override
  protected WideResNetOptions options() {
    return new WideResNetOptions(10, 2, 0.1);
  }

  @Override
  protected List<Supplier<? extends Record>> invalidOptions() {
    return List.of(
        () -> new WideResNetOptions(20, 1, 0),
        () -> new WideResNetOptions(4, 1, 0),
        () -> new WideResNetOptions(16, 0, 0));
  }

  @Override
  protected DataSpec data() {
    return new DataSpec(new Shape(1, 28, 28), 5, List.of(0.5f), List.of(0.2f));
  }
}
