package ${package};

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coffey.api.Loss;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.LossContract;
import org.junit.jupiter.api.Test;

class ${service}Test extends LossContract {
  @Override
  protected Loss loss() {
    return new ${service}();
  }

  @Override
  protected Record options() {
    return new ${stem}Options(2);
  }

  @Override
  protected Tensors example(Run run) {
    return inputs(run, new float[][] {{0.5f, -1, 2}, {1.5f, 0.3f, -0.7f}}, 2, 1);
  }

  @Test
  void aProbabilityOfOneHalfCountsAQuarter() {
    try (var session = open(1)) {
      var term = loss().open(session.run());

      float value =
          session.step(
              () -> term.value(inputs(session.run(), new float[][] {{0, 0}}, 1)).getFloat());

      assertThat((double) value).isCloseTo(0.25 * Math.log(2), within(1e-5));
    }
  }

  private static Tensors inputs(Run run, float[][] logits, int... labels) {
    return Tensors.of("student", run.scratch().create(logits))
        .with("labels", run.scratch().create(labels));
  }
}
