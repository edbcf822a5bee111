package ${package};

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Student;
import dev.coffey.api.contract.StudentContract;

class ${service}Test extends StudentContract {
  @Override
  protected Student student() {
    return new ${service}();
  }

  @Override
  protected Record options() {
    return new ${stem}Options(4);
  }

  @Override
  protected DataSpec data() {
    return DataSpec.of(new Shape(3, 12, 12), 5);
  }
}
