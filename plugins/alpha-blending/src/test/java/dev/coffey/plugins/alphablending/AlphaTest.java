package dev.coffey.plugins.alphablending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Composer;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.ComposerContract;
import dev.coffey.nn.test.TestBench;
import org.junit.jupiter.api.Test;

class AlphaTest extends ComposerContract {
  @Override
  protected Composer composer() {
    return new Alpha();
  }

  @Override
  protected Tensors batch(Run run) {
    var scratch = run.scratch();
    return Tensors.of("mask", scratch.create(new float[] {0, .25f, 1, .5f}, new Shape(2, 1, 1, 2)))
        .with(
            "foreground-image",
            scratch.create(
                new float[] {1, .8f, .2f, .4f, .1f, .2f, .3f, .4f}, new Shape(2, 2, 1, 2)))
        .with(
            "background-image",
            scratch.create(new float[] {.5f, 0, 1, 0, .9f, .8f, .7f, .6f}, new Shape(2, 2, 1, 2)));
  }

  @Test
  void theMaskSaysHowMuchOfThePixelIsForeground() {
    try (var bench = TestBench.open(1)) {
      var run = bench.run();
      var mixer = composer().open(run);
      bench.stepping(
          () -> {
            var x = mixer.compose(batch(run)).get("x");
            assertThat(x.getShape()).isEqualTo(new Shape(2, 2, 1, 2));
            assertThat(x.toFloatArray())
                .containsExactly(new float[] {.5f, .2f, 1, .1f, .1f, .5f, .3f, .5f}, offset(1e-6f));
          });
    }
  }

  @Test
  void partsOfOtherShapesAreRefused() {
    try (var bench = TestBench.open(1)) {
      var run = bench.run();
      var mixer = composer().open(run);
      bench.stepping(
          () -> {
            var batch = batch(run);
            var coloured = batch.with("mask", batch.get("foreground-image"));
            assertThatThrownBy(() -> mixer.compose(coloured))
                .isInstanceOf(ShapeMismatch.class)
                .hasMessage(
                    "mask must be (N, 1, H, W) for a foreground-image of (N, C, H, W), but they are"
                        + " (2, 2, 1, 2) and (2, 2, 1, 2)");
            var narrow = batch.with("background-image", batch.get("mask"));
            assertThatThrownBy(() -> mixer.compose(narrow))
                .isInstanceOf(ShapeMismatch.class)
                .hasMessageContaining("background-image");
          });
    }
  }
}
