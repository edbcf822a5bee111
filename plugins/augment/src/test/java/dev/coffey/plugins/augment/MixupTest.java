package dev.coffey.plugins.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Composer;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.ComposerContract;
import dev.coffey.plugins.augment.MixingOptions.Unit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class MixupTest extends ComposerContract {
  @Override
  protected Composer composer() {
    return new Mixup();
  }

  @Override
  protected MixingOptions options() {
    return new MixingOptions(0.4, Unit.SAMPLE);
  }

  @Override
  protected List<Supplier<? extends Record>> invalidOptions() {
    return List.of(
        () -> new MixingOptions(0, Unit.BATCH), () -> new MixingOptions(Double.NaN, Unit.BATCH));
  }

  @Override
  protected DataSpec data() {
    return DataSpec.of(new Shape(1, 1, 2), 3);
  }

  @Override
  protected boolean drawsRandomNumbers() {
    return true;
  }

  @Override
  protected Tensors batch(Run run) {
    return Tensors.of(
            "x", run.scratch().create(new float[] {0, 1, .5f, .2f}, new Shape(2, 1, 1, 2)))
        .with("y", run.scratch().create(new int[] {2, 0}));
  }

  @Test
  void imagesAndLabelsAreMixedInTheSameShares() {
    try (var session = open(1)) {
      var run = session.run();
      session.step(
          () -> {
            var pairs = Pairs.of(run.scratch(), List.of(0.75, 1.0), new int[] {1, 0});

            var mixed = Mixup.mixed(batch(run), pairs, run);

            assertThat(mixed.get("x").toFloatArray())
                // ¾ · 0 + ¼ · 0.5, ¾ · 1 + ¼ · 0.2; the second image stays
                .containsExactly(new float[] {.125f, .8f, .5f, .2f}, offset(1e-6f));
            assertThat(mixed.get("jointLabel").toFloatArray())
                .containsExactly(.25f, 0, .75f, 1, 0, 0);
            assertThat(mixed.get("y").toIntArray()).containsExactly(2, 0);
            return true;
          });
    }
  }

  @Test
  void itTellsWhatItDid() {
    try (var session = open(1)) {
      var mixer = composer().open(session.run());
      session.step(
          () -> {
            var batch = batch(session.run());
            var mixed = mixer.compose(batch);

            float[] own = mixed.get("lambda").toFloatArray();
            int[] perm = mixed.get("perm").toIntArray();
            float[] before = batch.get("x").toFloatArray();
            float[] after = mixed.get("x").toFloatArray();
            for (int i = 0; i < 2; i++) {
              assertThat(own[i]).isBetween(0.5f, 1f);
              assertThat(after[2 * i])
                  .isEqualTo(
                      own[i] * before[2 * i] + (1 - own[i]) * before[2 * perm[i]], offset(1e-6f));
            }
            return true;
          });
    }
  }

  @Test
  void aBatchHasOneShareUnlessEverySampleIsToHaveItsOwn() {
    assertThat(shares(Unit.BATCH)).hasSize(1);
    assertThat(shares(Unit.SAMPLE)).hasSize(8);
  }

  @Test
  void samplesWithoutLabelsAreMixedWithoutThem() {
    try (var session = open(1)) {
      var mixer = composer().open(session.run());
      session.step(
          () -> {
            var unlabelled = Tensors.of("x", batch(session.run()).get("x"));
            assertThat(mixer.compose(unlabelled).names()).containsExactly("x", "lambda", "perm");
            return true;
          });
    }
  }

  @Test
  void softLabelsThatAreThereAreMixedFurther() {
    try (var session = open(1)) {
      var run = session.run();
      session.step(
          () -> {
            var soft = run.scratch().create(new float[][] {{.5f, .5f, 0}, {0, 0, 1}});
            var pairs = Pairs.of(run.scratch(), List.of(0.5, 1.0), new int[] {1, 0});

            var mixed = Mixup.mixed(batch(run).with("jointLabel", soft), pairs, run);

            assertThat(mixed.get("jointLabel").toFloatArray())
                .containsExactly(.25f, .25f, .5f, 0, 0, 1);
            return true;
          });
    }
  }

  private Set<Float> shares(Unit per) {
    try (var session = open(1, new MixingOptions(1, per))) {
      var mixer = composer().open(session.run());
      return session.step(
          () -> {
            var x = session.run().scratch().zeros(new Shape(8, 1, 1, 2));
            var shares = new TreeSet<Float>();
            for (float share : mixer.compose(Tensors.of("x", x)).get("lambda").toFloatArray()) {
              shares.add(share);
            }
            return shares;
          });
    }
  }
}
