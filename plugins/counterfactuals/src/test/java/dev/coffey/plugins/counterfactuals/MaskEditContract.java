package dev.coffey.plugins.counterfactuals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.ComposerContract;
import dev.coffey.nn.test.TestBench;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every edit of a mask keeps. */
abstract class MaskEditContract extends ComposerContract {
  private static final float[] MASK = {
    0, 1, .5f, .3f, .8f, .2f, 1, 1, 0, 1, .4f, .6f, 0, .1f, .9f, .7f, 0, 1
  };

  @Override
  protected abstract Record options();

  @Override
  protected Tensors batch(Run run) {
    return Tensors.of("mask", run.scratch().create(MASK, new Shape(2, 1, 3, 3)))
        .with("foreground-image", run.scratch().ones(new Shape(2, 2, 3, 3)))
        .with("background-image", run.scratch().zeros(new Shape(2, 2, 3, 3)));
  }

  @Override
  protected String makes() {
    return "mask";
  }

  @Test
  void masksStayAwayFromZeroAndOneSoThatTheirEntropyIsANumber() {
    for (float pixel : edited(options()).get(0)) {
      assertThat(pixel).isBetween(Mask.LEAST, Mask.MOST);
    }
  }

  @Test
  void anImageIsNoMask() {
    try (var bench = TestBench.open(1)) {
      var run = bench.run(options());
      var mixer = composer().open(run);
      bench.stepping(
          () -> {
            var image = Tensors.of("mask", run.scratch().zeros(new Shape(2, 3, 3, 3)));
            assertThatThrownBy(() -> mixer.compose(image))
                .hasMessage("mask must have the shape (N, 1, H, W), but is (2, 3, 3, 3)");
          });
    }
  }

  /** Mask, foreground and background after the edit. */
  List<float[]> edited(Record options) {
    try (var bench = TestBench.open(1)) {
      var run = bench.run(options);
      var mixer = composer().open(run);
      return bench.step(
          () -> {
            var batch = mixer.compose(batch(run));
            return Stream.of("mask", "foreground-image", "background-image")
                .map(part -> batch.get(part).toFloatArray())
                .toList();
          });
    }
  }

  /** The mask before. */
  static float[] mask() {
    return MASK.clone();
  }
}
