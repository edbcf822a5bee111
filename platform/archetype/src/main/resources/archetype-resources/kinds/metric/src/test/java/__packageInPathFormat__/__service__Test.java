package ${package};

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coffey.api.Metric;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.MetricContract;
import org.junit.jupiter.api.Test;

class ${service}Test extends MetricContract {
  @Override
  protected Metric metric() {
    return new ${service}();
  }

  @Override
  protected String id() {
    return ${service}.ID;
  }

  @Override
  protected Record options() {
    return new ${stem}Options(1);
  }

  @Override
  protected Tensors outputs(Run run) {
    return outputs(run, new float[][] {{1, 0, -1}, {0, 2, 0}, {0.5f, 0, 3}}, 0, 1, 1);
  }

  @Test
  void evenLogitsCostTheLogarithmOfTheNumberOfClasses() {
    try (var session = open(1)) {
      var meter = metric().open(session.run());

      session.step(
          () -> {
            meter.add(outputs(session.run(), new float[][] {{7, 7, 7, 7}}, 3));
            return true;
          });

      assertThat(meter.read().get(id())).isCloseTo(Math.log(4), within(1e-5));
    }
  }

  private static Tensors outputs(Run run, float[][] logits, int... labels) {
    return Tensors.of("student/logits", run.scratch().create(logits))
        .with("batch/y", run.scratch().create(labels));
  }
}
