package ${package};

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Method;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.MethodContract;
import dev.coffey.nn.block.Staged;

class ${service}Test extends MethodContract {
  @Override
  protected Method method() {
    return new ${service}();
  }

  @Override
  protected Record options() {
    return new ${stem}Options(0.1, 0.9);
  }

  @Override
  protected DataSpec data() {
    return DataSpec.of(new Shape(4), 3);
  }

  @Override
  protected void prepare(Run run) {
    var linear = Linear.builder().setUnits(run.data().classes()).build();
    run.build("student", Staged.builder().add(linear).tap("logits").build(), run.data().input());
  }

  @Override
  protected Tensors batch(Run run) {
    return Tensors.of("x", run.scratch().create(new float[][] {{1, 0, 0, 1}, {0, 1, 1, 0}}))
        .with("y", run.scratch().create(new int[] {0, 2}));
  }
}
