package dev.coffey.plugins.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Composer;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.ComposerContract;
import dev.coffey.plugins.augment.MixingOptions.Unit;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CutmixTest extends ComposerContract {
  @Override
  protected Composer composer() {
    return new Cutmix();
  }

  @Override
  protected MixingOptions options() {
    return new MixingOptions(1, Unit.SAMPLE);
  }

  @Override
  protected DataSpec data() {
    return DataSpec.of(new Shape(1, 4, 4), 3);
  }

  @Override
  protected boolean drawsRandomNumbers() {
    return true;
  }

  /** A dark image of class 2 and a bright one of class 0. */
  @Override
  protected Tensors batch(Run run) {
    var dark = run.scratch().zeros(new Shape(1, 1, 4, 4));
    return Tensors.of("x", dark.concat(dark.add(1)))
        .with("y", run.scratch().create(new int[] {2, 0}));
  }

  @Test
  void aBoxComesFromThePartner() {
    try (var session = open(1)) {
      var run = session.run();
      session.step(
          () -> {
            var cuts =
                List.of(
                    new Cut(new Box(1, 2, 3, 4), false), // 4 of 16 pixels come
                    new Cut(new Box(0, 0, 4, 3), true)); // 12 of 16 pixels stay

            var mixed = Cutmix.mixed(batch(run), cuts, new int[] {1, 0}, run);

            assertThat(mixed.get("x").toFloatArray())
                .containsExactly(
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    1,
                    1,
                    0,
                    0,
                    1,
                    1,
                    0,
                    0,
                    0,
                    0,
                    // the other image
                    1,
                    1,
                    1,
                    0,
                    1,
                    1,
                    1,
                    0,
                    1,
                    1,
                    1,
                    0,
                    1,
                    1,
                    1,
                    0);
            assertThat(mixed.get("lambda").toFloatArray()).containsExactly(.75f, .75f);
            assertThat(mixed.get("perm").toIntArray()).containsExactly(1, 0);
            assertThat(mixed.get("jointLabel").toFloatArray())
                .containsExactly(.25f, 0, .75f, .75f, 0, .25f);
            return true;
          });
    }
  }

  @Test
  void theShareIsTheAreaThatStays() {
    try (var session = open(1)) {
      var mixer = composer().open(session.run());
      for (int i = 0; i < 20; i++) {
        session.step(
            () -> {
              var mixed = mixer.compose(batch(session.run()));
              float[] own = mixed.get("lambda").toFloatArray();
              int[] perm = mixed.get("perm").toIntArray();
              float[] bright = mixed.get("x").reshape(2, -1).mean(new int[] {1}).toFloatArray();
              boolean apart = perm[0] == 1;
              assertThat(bright[0]).isEqualTo(apart ? 1 - own[0] : 0);
              assertThat(bright[1]).isEqualTo(apart ? own[1] : 1);
              assertThat(own[0]).isBetween(0.5f, 1f);
              return true;
            });
      }
    }
  }

  @Test
  void boxesInsideTheImageHaveTheDrawnAreaButForRounding() {
    var random = new SplittableRandom(3);
    for (int i = 0; i < 1000; i++) {
      double share = random.nextDouble();
      Box box = Cut.of(share, random, 28, 20).box();
      boolean whole = box.top() > 0 && box.left() > 0 && box.bottom() < 28 && box.right() < 20;
      double drawn = (1 - share) * 28 * 20;
      // half a pixel at each side
      assertThat((double) box.area()).isBetween(whole ? drawn - 25 : 0, drawn + 25);
    }
  }

  @Test
  void nothingIsCutWhereAllStays() {
    Cut cut = Cut.of(1, new SplittableRandom(1), 4, 4);

    assertThat(cut.lambda(16)).isEqualTo(1);
  }

  @Test
  void whereABoxCoversMostOfAnImageTheBoxStays() {
    var cut = new Cut(new Box(0, 0, 4, 4), true);

    assertThat(cut.lambda(16)).isCloseTo(1, within(0.0));
  }
}
