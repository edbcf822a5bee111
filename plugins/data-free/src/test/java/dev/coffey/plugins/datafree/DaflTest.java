package dev.coffey.plugins.datafree;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffey.api.DataSpec;
import dev.coffey.api.Method;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.MethodContract;
import org.junit.jupiter.api.Test;

class DaflTest extends MethodContract {
  @Override
  protected Method method() {
    return new Dafl();
  }

  @Override
  protected Record options() {
    return options("feature");
  }

  private static DaflOptions options(String feature) {
    return new DaflOptions(new GeneratorOptions(10, 4), new Rhythm(16, 1, 1), 1, 5, 0.1, feature);
  }

  @Override
  protected DataSpec data() {
    return Players.DATA;
  }

  @Override
  protected void prepare(Run run) {
    Players.join(run);
  }

  @Override
  protected Tensors batch(Run run) {
    return Tensors.empty();
  }

  @Override
  protected boolean drawsRandomNumbers() {
    return true;
  }

  @Test
  void aTeacherWithoutTheFeatureIsRefused() {
    try (var bench = Players.bench(1, 1e-3)) {
      assertThatThrownBy(() -> method().open(bench.run(options("deep"))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "the teacher has no output 'deep', only [stage1, feature, logits]; name one with"
                  + " feature, or set activation to 0");
    }
  }
}
