package dev.coffey.plugins.counterfactuals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Composer;
import dev.coffey.api.Tensors;
import dev.coffey.nn.test.TestBench;
import org.junit.jupiter.api.Test;

class MaskNoiseTest extends MaskEditContract {
  @Override
  protected Composer composer() {
    return new MaskNoise();
  }

  @Override
  protected Record options() {
    return new MaskNoise.Options(1);
  }

  @Override
  protected boolean drawsRandomNumbers() {
    return true;
  }

  @Test
  void theNoiseHasTheStandardDeviationThatWasAskedFor() {
    try (var bench = TestBench.open(1)) {
      var run = bench.run(new MaskNoise.Options(0.05));
      var mixer = composer().open(run);
      bench.stepping(
          () -> {
            var grey = run.scratch().full(new Shape(10, 1, 20, 20), 0.5f);
            var added = mixer.compose(Tensors.of("mask", grey)).get("mask").sub(0.5f);
            assertThat(added.mean().getFloat()).isEqualTo(0, offset(0.003f));
            assertThat(Math.sqrt(added.square().mean().getFloat())).isEqualTo(0.05, offset(0.002));
          });
    }
  }
}
