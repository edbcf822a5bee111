package dev.coffey.plugins.counterfactuals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Composer;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.ComposerContract;
import dev.coffey.nn.test.TestBench;
import dev.coffey.plugins.counterfactuals.CounterfactualOptions.Labels;
import dev.coffey.plugins.counterfactuals.CounterfactualOptions.Vary;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CounterfactualsTest extends ComposerContract {
  private static final NoiseOptions NORMAL = new NoiseOptions(1, Optional.empty());
  private static final NoiseOptions NONE = new NoiseOptions(0, Optional.empty());
  private static final int IMAGES = 50;

  @Override
  protected Composer composer() {
    return new Counterfactuals();
  }

  @Override
  protected CounterfactualOptions options() {
    return options(Vary.BOTH, Labels.IID, 2, true, false, NORMAL);
  }

  @Override
  protected DataSpec data() {
    return Painters.DATA;
  }

  @Override
  protected void prepare(Run run) {
    Painters.join(run);
  }

  @Override
  protected Tensors batch(Run run) {
    return Tensors.of("index", run.scratch().arange(0, 5, 1, DataType.INT64));
  }

  @Override
  protected String makes() {
    return "mask";
  }

  @Override
  protected boolean drawsRandomNumbers() {
    return true;
  }

  @Test
  void partsHaveTheClassesThatAreNamed() {
    for (Labels labels : Labels.values()) {
      composed(
          options(Vary.BOTH, labels, 1, true, false, NORMAL),
          batch -> {
            assertThat(batch.get("mask").getShape()).isEqualTo(new Shape(IMAGES, 1, 2, 2));
            assertThat(batch.get("y").getDataType()).isEqualTo(DataType.INT32);
            assertThat(named(batch, "y")).isEqualTo(made(batch, "mask"));
            assertThat(named(batch, "texture")).isEqualTo(made(batch, "foreground-image"));
            assertThat(named(batch, "background")).isEqualTo(made(batch, "background-image"));
            assertThat(named(batch, "texture"))
                .isNotEqualTo(named(batch, "y"))
                .isNotEqualTo(named(batch, "background"));
          });
    }
  }

  @Test
  void cuesThatDoNotVaryHaveTheClassOfTheShape() {
    for (Vary vary : Vary.values()) {
      composed(
          options(vary, Labels.IID, 1, true, false, NORMAL),
          batch -> {
            int[] shape = named(batch, "y");
            assertThat(Arrays.equals(shape, made(batch, "foreground-image")))
                .as("texture of %s", vary)
                .isEqualTo(vary == Vary.BACKGROUND || vary == Vary.NONE);
            assertThat(Arrays.equals(shape, made(batch, "background-image")))
                .as("background of %s", vary)
                .isEqualTo(vary == Vary.TEXTURE || vary == Vary.NONE);
          });
    }
  }

  @Test
  void imagesNextToEachOtherShareAMask() {
    composed(
        options(Vary.BOTH, Labels.IID, 4, true, false, NORMAL),
        batch -> {
          var mask = batch.get("mask");
          for (int image = 0; image < IMAGES; image++) {
            assertThat(mask.get(image)).isEqualTo(mask.get(image - image % 4));
          }
          assertThat(mask.get(0)).isNotEqualTo(mask.get(4));
          assertThat(batch.get("foreground-image").get(0))
              .isNotEqualTo(batch.get("foreground-image").get(1));
        });
  }

  @Test
  void noiseIsIndependentUnlessItIsShared() {
    composed(
        options(Vary.BOTH, Labels.IID, 1, true, false, NORMAL),
        batch -> {
          float[] shape = Painters.noise(batch.get("mask"));
          float[] texture = Painters.noise(batch.get("foreground-image"));
          double difference =
              IntStream.range(0, IMAGES)
                  .mapToDouble(image -> Math.abs(shape[image] - texture[image]))
                  .average()
                  .orElseThrow();
          assertThat(difference).isGreaterThan(0.5); // 1.13 on average, if independent
        });
    composed(
        options(Vary.BOTH, Labels.IID, 3, true, true, NORMAL),
        batch -> {
          float[] shape = Painters.noise(batch.get("mask"));
          for (String cue : new String[] {"foreground-image", "background-image"}) {
            assertThat(Painters.noise(batch.get(cue))).containsExactly(shape, offset(1e-2f));
          }
        });
  }

  @Test
  void noiseMayBeTruncatedAndScaled() {
    composed(
        options(Vary.BOTH, Labels.IID, 1, true, false, new NoiseOptions(0.5, Optional.of(1.0))),
        batch -> {
          float furthest = 0;
          for (float noise : Painters.noise(batch.get("mask"))) {
            furthest = Math.max(furthest, Math.abs(noise));
          }
          assertThat(furthest).isBetween(0.3f, 0.51f);
        });
  }

  @Test
  void shufflingMovesPixelsOfCuesButNotOfMasks() {
    composed(
        options(Vary.NONE, Labels.IID, 1, false, false, NONE),
        batch -> assertThat(first(batch, "foreground-image")).isEqualTo(first(batch, "mask")));
    composed(
        options(Vary.NONE, Labels.IID, 1, true, false, NONE),
        batch -> {
          int moved = 0;
          for (int image = 0; image < IMAGES; image++) {
            float[] mask = batch.get("mask").get(image).toFloatArray();
            float[] cue = batch.get("foreground-image").get(image + ", 0").toFloatArray();
            assertThat(cue).containsExactlyInAnyOrder(mask);
            moved += Arrays.equals(mask, cue) ? 0 : 1;
          }
          assertThat(moved).isBetween(IMAGES / 2, IMAGES - 1); // of four shifts, one moves nothing
        });
  }

  private static float[] first(Tensors batch, String part) {
    return batch.get(part).get(":, 0:1").toFloatArray();
  }

  @Test
  void networksThatAreNoMechanismsAreRefused() {
    try (var bench = TestBench.open(1, Painters.DATA)) {
      var run = bench.run(options());
      run.build("teacher", Painters.block("mask", 1, 1), new Shape(3)).freeze();
      assertThatThrownBy(() -> composer().open(run))
          .hasMessage(
              "'teacher' must have one input of noise and 3 classes, (latent + 3), but has {z=(3)}");
    }
  }

  @Test
  void outputsOfOtherNamesAreRefused() {
    try (var bench = TestBench.open(1, Painters.DATA)) {
      var run = bench.run(options());
      Painters.build(run, "teacher", "image", 1, 1);
      assertThatThrownBy(() -> composer().open(run))
          .hasMessage("'teacher' must have an output 'mask', but has [image]");
    }
  }

  @Test
  void sharedNoiseMustFitAllThree() {
    try (var bench = TestBench.open(1, Painters.DATA)) {
      var run = bench.run(options(Vary.BOTH, Labels.IID, 1, true, true, NORMAL));
      Painters.build(run, "teacher", "mask", 1, 1);
      Painters.build(run, "teacher.texture", "image", 3, 2);
      Painters.build(run, "teacher.background", "image", 3, 1);
      assertThatThrownBy(() -> composer().open(run))
          .hasMessage(
              "mechanisms that share their noise must take equally much, but 'teacher' takes 1 and"
                  + " 'teacher.texture' 2");
    }
  }

  private void composed(CounterfactualOptions options, Consumer<Tensors> check) {
    try (var bench = TestBench.open(1, Painters.DATA)) {
      var run = bench.run(options);
      Painters.join(run);
      var mixer = composer().open(run);
      bench.stepping(
          () ->
              check.accept(
                  mixer.compose(
                      Tensors.of("index", run.scratch().arange(0, IMAGES, 1, DataType.INT64)))));
    }
  }

  private static int[] named(Tensors batch, String labels) {
    return batch.get(labels).toIntArray();
  }

  private static int[] made(Tensors batch, String part) {
    return Painters.labels(batch.get(part));
  }

  private static CounterfactualOptions options(
      Vary vary, Labels labels, int ratio, boolean shuffle, boolean shared, NoiseOptions noise) {
    return new CounterfactualOptions(vary, labels, ratio, shuffle, shared, noise);
  }
}
