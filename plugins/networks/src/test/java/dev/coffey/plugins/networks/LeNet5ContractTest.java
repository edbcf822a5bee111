package dev.coffey.plugins.networks;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Student;
import dev.coffey.api.contract.StudentContract;
import java.util.List;

class LeNet5ContractTest extends StudentContract {
  @Override
  protected Student student() {
    return LeNet5.HALF;
  }

  @Override
  protected DataSpec data() {
    return new DataSpec(new Shape(1, 28, 28), 10, List.of(0.1307f), List.of(0.3081f));
  }
}
