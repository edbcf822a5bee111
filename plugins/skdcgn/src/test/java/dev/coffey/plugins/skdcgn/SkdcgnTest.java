package dev.coffey.plugins.skdcgn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Method;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.MethodContract;
import dev.coffey.nn.test.TestBench;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SkdcgnTest extends MethodContract {
  @Override
  protected Method method() {
    return new Skdcgn();
  }

  @Override
  protected Record options() {
    return Small.method(Small.ALL, 2);
  }

  @Override
  protected DataSpec data() {
    return Small.DATA;
  }

  @Override
  protected void prepare(Run run) {
    for (Mechanism mechanism : Mechanism.values()) {
      Small.teacher(run, mechanism, Small.SIZE);
    }
    new Cast(Small.ALL).build(run, Small.STUDENT::generator);
  }

  @Override
  protected Tensors batch(Run run) {
    return Small.batch(run, 6, 1);
  }

  private static void train(TestBench bench, SkdcgnOptions options, int steps) {
    var run = bench.run(options);
    var procedure = new Skdcgn().open(run);
    for (int step = 0; step < steps; step++) {
      long seed = step % 5;
      bench.workspace().advance(1, step);
      bench.stepping(() -> procedure.step(Small.batch(run, 16, seed)));
      bench.stepping(procedure::endEpoch);
    }
  }

  private static List<Double> curve(TestBench bench, String series) {
    return bench.reports().stream()
        .filter(report -> report.series().equals(series))
        .map(TestBench.Report::value)
        .toList();
  }

  @Test
  void everyMechanismComesNearerToTheTeachers() {
    try (var bench = Small.bench(1)) {
      train(bench, Small.method(Small.ALL, 0), 60);

      for (Mechanism mechanism : Mechanism.values()) {
        var pixel = curve(bench, "train/" + mechanism.id() + "-pixel");
        var feature = curve(bench, "train/" + mechanism.id() + "-feature");
        assertThat(pixel).hasSize(60);
        assertThat(pixel.get(59)).as(mechanism.id()).isLessThan(0.8 * pixel.get(0));
        assertThat(feature.get(59)).as(mechanism.id()).isLessThan(feature.get(0));
      }
    }
  }

  @Test
  void theScoreCountsInEverySecondStepAndTheDiscriminatorAlwaysLearns() {
    try (var bench = Small.bench(1)) {
      train(bench, Small.method(List.of(Mechanism.SHAPE), 0), 6);

      assertThat(curve(bench, "train/shape-adversarial")).hasSize(3);
      assertThat(curve(bench, "train/shape-discriminator")).hasSize(6);
      assertThat(curve(bench, "train/shape-kl")).hasSize(6).allMatch(value -> value >= 0);
      assertThat(bench.workspace().network("shape-discriminator").parameters()).isPositive();
    }
  }

  @Test
  void texturesStopAfterTheirSteps() {
    try (var bench = Small.bench(1)) {
      train(bench, Small.method(Small.ALL, 2), 4);

      assertThat(curve(bench, "train/shape-pixel")).hasSize(4);
      assertThat(curve(bench, "train/texture-pixel")).hasSize(2);
      assertThat(curve(bench, "train/background-pixel")).hasSize(2);
    }
  }

  @Test
  void itShowsARowOfTheTeachersImagesAndOneOfTheStudents() {
    try (var bench = Small.bench(1)) {
      train(bench, Small.pixels(Small.ALL), 2);

      assertThat(bench.pictures())
          .extracting(TestBench.Picture::series)
          .containsExactly("shape", "texture", "background", "shape", "texture", "background");
      var first = bench.pictures().get(1);
      var second = bench.pictures().get(4);
      assertThat(first.shape()).isEqualTo(new Shape(20, 3, Small.SIZE, Small.SIZE));
      int row = first.values().size() / 2;
      assertThat(second.values().subList(0, row)).isEqualTo(first.values().subList(0, row));
      assertThat(second.values()).isNotEqualTo(first.values());
    }
  }

  @Test
  void withoutJudgedTermsThereIsNoDiscriminator() {
    try (var bench = Small.bench(1)) {
      train(bench, Small.pixels(Small.ALL), 2);

      assertThat(bench.workspace().roles()).noneMatch(role -> role.contains("discriminator"));
      assertThat(curve(bench, "train/shape-pixel")).hasSize(2);
    }
  }

  @Test
  void theDifferenceOfPixelsIsThatOfMinusOneToOne() {
    try (var bench = Small.bench(1)) {
      var options = Small.pixels(List.of(Mechanism.SHAPE));
      var run = bench.run(options);
      double[] expected = new double[1];
      bench.stepping(
          () -> {
            var z = Tensors.of("z", Small.batch(run, 16, 0).get("z"));
            var mask = run.network("teacher").forward(z, Mode.INFER).get("mask");
            var made = run.infer(() -> run.network("student").forward(z, Mode.TRAIN).get("mask"));
            expected[0] = 2 * made.sub(mask).abs().mean().getFloat();
          });

      train(bench, options, 1);

      assertThat(curve(bench, "train/shape-pixel").get(0)).isCloseTo(expected[0], within(1e-5));
    }
  }

  @Test
  void theTeacherStaysAsItIs() {
    try (var bench = Small.bench(1)) {
      byte[] before = bytes(bench.workspace().network("teacher"));

      train(bench, Small.method(Small.ALL, 0), 2);

      assertThat(bytes(bench.workspace().network("teacher"))).isEqualTo(before);
    }
  }

  private static byte[] bytes(Network network) {
    var out = new ByteArrayOutputStream();
    try {
      network.save(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  @Test
  void theWeightOfPixelsFallsWithTheEpochs() {
    var options =
        new SkdcgnOptions(Small.ALL, 0, 0.2, 0.01, 1, List.of(), 0, 1, 0, 8, Small.DISCRIMINATOR);

    assertThat(options.pixel(1)).isEqualTo(0.2);
    assertThat(options.pixel(6)).isCloseTo(0.15, within(1e-9));
    assertThat(options.pixel(40)).isZero();
  }

  @Test
  void aTeacherOfAnotherSizeIsRefused() {
    try (var bench = TestBench.open(1, Small.DATA)) {
      var run = bench.run(Small.STUDENT, Small.method(List.of(Mechanism.SHAPE), 0));
      Small.teacher(run, Mechanism.SHAPE, 16);
      new TinyCgn().open(run);

      assertThatThrownBy(() -> new Skdcgn().open(run))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'student' must make 'mask' from latents as 'teacher' does")
          .hasMessageContaining("(1, 16, 16)");
    }
  }

  @Test
  void latentsWithoutClassesAreRefused() {
    try (var bench = TestBench.open(1, DataSpec.of(new Shape(7), 0))) {
      assertThatThrownBy(() -> new Skdcgn().open(bench.run(Small.method(Small.ALL, 0))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("the dataset has none");
    }
  }

  @Test
  void weightsThatDontFitAreRefused() {
    assertThatThrownBy(
            () ->
                new SkdcgnOptions(
                    Small.ALL, 0, 1, 0, 1, List.of(1.0), 0, 1, 0, 8, Small.DISCRIMINATOR))
        .hasMessage(
            "feature-weights must have one for each of the discriminator's 2 convolutions, but is [1.0]");
    assertThatThrownBy(
            () ->
                new SkdcgnOptions(
                    Small.ALL, 0, 0, 0, 0, List.of(), 1, 1, 0, 8, Small.DISCRIMINATOR))
        .hasMessage("one of pixel, feature and kl must be above 0, but all are 0");
  }
}
