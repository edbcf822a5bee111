package dev.coffey.plugins.datafree;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Method;
import dev.coffey.api.Mode;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.MethodContract;
import dev.coffey.nn.test.TestBench;
import java.util.List;
import org.junit.jupiter.api.Test;

class DfadTest extends MethodContract {
  private static final GeneratorOptions SIZE = new GeneratorOptions(10, 4);

  @Override
  protected Method method() {
    return new Dfad();
  }

  @Override
  protected Record options() {
    return options(2, 1, false);
  }

  private static DfadOptions options(int studentSteps, int generatorSteps, boolean frozen) {
    return new DfadOptions(SIZE, new Rhythm(16, studentSteps, generatorSteps), false, frozen);
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
  void itNeedsNoData() {
    assertThat(method().needsData()).isFalse();
  }

  @Test
  void theDiscrepancyFallsWhileTheStudentLearnsAndTheGeneratorRests() {
    try (var bench = Players.bench(1, 1e-3)) {
      var procedure = method().open(bench.run(options(20, 0, false)));
      double before = discrepancy(bench);
      bench.stepping(() -> procedure.step(Tensors.empty()));
      assertThat(discrepancy(bench)).isLessThan(0.8 * before);
    }
  }

  @Test
  void oneChallengeRaisesTheDiscrepancyOnTheSameNoise() {
    try (var bench = Players.bench(1, 1e-3)) {
      Run run = bench.run(options(1, 1, false));
      var play = (Game) method().open(run);
      double before = discrepancy(bench);
      bench.stepping(() -> play.challenge(run.scratch()));
      assertThat(discrepancy(bench)).isGreaterThan(before);
    }
  }

  @Test
  void aFrozenGeneratorStaysAsItWasDrawn() {
    try (var bench = Players.bench(1, 1e-3)) {
      var procedure = method().open(bench.run(options(1, 1, true)));
      float[] before = images(bench);
      bench.stepping(() -> procedure.step(Tensors.empty()));
      assertThat(images(bench)).isEqualTo(before);
    }
  }

  @Test
  void curvesAreReportedWithEveryEpoch() {
    try (var bench = Players.bench(1, 1e-3)) {
      var procedure = method().open(bench.run(options(2, 1, false)));
      bench.stepping(() -> procedure.step(Tensors.empty()));
      bench.stepping(procedure::endEpoch);
      assertThat(bench.reports())
          .extracting(TestBench.Report::series)
          .isEqualTo(List.of("train/student-loss", "train/agreement", "train/generator-loss"));
    }
  }

  /** D on fixed noise, the student as in training. */
  private static double discrepancy(TestBench bench) {
    Run run = bench.run();
    return bench.step(
        () -> {
          NDArray images = imagesOf(run);
          NDArray teacher = logits(run, "teacher", images);
          NDArray student = logits(run, "student", images);
          return (double) Discrepancy.ofLogits().mean(student, teacher).getFloat();
        });
  }

  private static NDArray logits(Run run, String role, NDArray images) {
    return run.network(role).forward(Tensors.of("x", images), Mode.INFER).get("logits");
  }

  private static float[] images(TestBench bench) {
    return bench.step(() -> imagesOf(bench.run()).toFloatArray());
  }

  private static NDArray imagesOf(Run run) {
    var shape = new Shape(64, SIZE.nz());
    NDArray latents = run.scratch().create(TestBench.normal(64 * SIZE.nz(), 5), shape);
    return new Generator(run.network("generator")).images(latents);
  }
}
