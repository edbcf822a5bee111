package dev.coffey.plugins.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Method;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.MethodContract;
import dev.coffey.nn.block.Staged;
import dev.coffey.nn.test.TestBench;
import org.junit.jupiter.api.Test;

class MixedLabelsTest extends MethodContract {
  @Override
  protected Method method() {
    return new MixedLabels();
  }

  @Override
  protected DataSpec data() {
    return DataSpec.of(new Shape(2), 2);
  }

  @Override
  protected void prepare(Run run) {
    var block = Staged.builder().add(Linear.builder().setUnits(2).build()).tap("logits").build();
    run.build("student", block, run.data().input());
  }

  @Override
  protected Tensors batch(Run run) {
    return Tensors.of("x", run.scratch().create(new float[][] {{1, 2}, {-1, 0.5f}}))
        .with("jointLabel", run.scratch().create(new float[][] {{0.7f, 0.3f}, {0, 1}}));
  }

  @Test
  void itReportsTheCrossEntropyWithTheMixedLabels() {
    try (var bench = TestBench.mxnet(1, data())) {
      var run = bench.run();
      prepare(run);
      var procedure = method().open(run);

      bench.stepping(
          () -> {
            // all inputs are 0 and so are the biases: both classes have a half
            var batch = batch(run);
            procedure.step(batch.with("x", batch.get("x").mul(0)));
          });

      assertThat(bench.reports().get(0).series()).isEqualTo("train/loss");
      assertThat(bench.reports().get(0).value()).isCloseTo(Math.log(2), within(1e-5));
    }
  }
}
