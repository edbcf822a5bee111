package dev.coffey.plugins.invariant;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Student;
import dev.coffey.api.contract.StudentContract;
import java.util.List;

class MnistCnnContractTest extends StudentContract {
  @Override
  protected Student student() {
    return new MnistCnn();
  }

  @Override
  protected Record options() {
    return new MnistCnnOptions(8, false);
  }

  @Override
  protected DataSpec data() {
    return new DataSpec(
        new Shape(3, 32, 32), 10, List.of(0.5f, 0.5f, 0.5f), List.of(0.5f, 0.5f, 0.5f));
  }
}
