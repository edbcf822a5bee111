package ${package};

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Composer;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.ComposerContract;
import org.junit.jupiter.api.Test;

class ${service}Test extends ComposerContract {
  @Override
  protected Composer composer() {
    return new ${service}();
  }

  @Override
  protected Record options() {
    return new ${stem}Options(0.3);
  }

  @Override
  protected boolean drawsRandomNumbers() {
    return true;
  }

  @Override
  protected Tensors batch(Run run) {
    return Tensors.of("x", run.scratch().create(new float[] {0, 0, 1, 1}, new Shape(2, 1, 1, 2)))
        .with("y", run.scratch().create(new int[] {3, 7}));
  }

  @Test
  void theStrongerImageIsStillTheOneOfTheLabel() {
    try (var session = open(1)) {
      var mixer = composer().open(session.run());

      float[] x =
          session.step(() -> mixer.compose(batch(session.run())).get("x").toFloatArray());

      assertThat(x[0]).isBetween(0f, 0.3f);
      assertThat(x[3]).isBetween(0.7f, 1f);
    }
  }
}
