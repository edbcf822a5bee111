package dev.coffey.plugins.networks;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Student;
import dev.coffey.api.contract.StudentContract;
import java.util.List;
import java.util.function.Supplier;

class MlpContractTest extends StudentContract {
  @Override
  protected Student student() {
    return new Mlp();
  }

  @Override
  protected MlpOptions options() {
    return new MlpOptions(List.of(20, 10), 0.1);
  }

  @Override
  protected List<Supplier<? extends Record>> invalidOptions() {
    return List.of(() -> new MlpOptions(List.of(10, 0), 0), () -> new MlpOptions(List.of(-1), 0));
  }

  @Override
  protected DataSpec data() {
    return new DataSpec(new Shape(1, 28, 28), 10, List.of(0.1307f), List.of(0.3081f));
  }
}
