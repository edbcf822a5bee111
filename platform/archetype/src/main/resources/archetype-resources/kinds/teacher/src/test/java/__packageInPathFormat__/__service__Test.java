package ${package};

import dev.coffey.api.Teacher;
import dev.coffey.api.contract.TeacherContract;
import java.util.Optional;

class ${service}Test extends TeacherContract {
  @Override
  protected Teacher teacher() {
    return new ${service}();
  }

  @Override
  protected Record options() {
    return new ${stem}Options(Optional.empty());
  }
}
