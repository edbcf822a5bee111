package dev.coffey.plugins.datafree;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Method;
import dev.coffey.api.Mode;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.MethodContract;
import dev.coffey.nn.test.TestBench;
import dev.coffey.plugins.datafree.CgddOptions.LabelMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CgddTest extends MethodContract {
  private static final GeneratorOptions SIZE = new GeneratorOptions(10, 4);

  @Override
  protected Method method() {
    return new Cgdd();
  }

  @Override
  protected Record options() {
    return options(0, 0.1, LabelMode.PRESET, 100, 0.1);
  }

  private static CgddOptions options(
      int warmUp, double label, LabelMode mode, double attention, double adversarial) {
    return new CgddOptions(
        SIZE,
        new Rhythm(16, 2, 1),
        Discrepancy.ofLogits(),
        4,
        warmUp,
        label,
        0.2,
        mode,
        attention,
        List.of(),
        1,
        adversarial);
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
  void theTeacherSeesTheWantedClassAfterTheWarmUpInWhichTheStudentRests() {
    try (var bench = Players.bench(1, 5e-3)) {
      var procedure = method().open(bench.run(options(100, 0.1, LabelMode.PRESET, 100, 0.1)));
      float[] before = answers(bench);
      steps(bench, procedure, 95);
      bench.stepping(procedure::endEpoch);
      steps(bench, procedure, 5);
      bench.stepping(procedure::endEpoch);

      assertThat(bench.reports())
          .filteredOn(report -> report.series().equals("train/label-agreement"))
          .last()
          .extracting(TestBench.Report::value)
          .satisfies(value -> assertThat((double) value).isGreaterThan(0.9));
      assertThat(answers(bench)).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 100, 0.1", "0.1, 0, 0.1", "0.1, 100, 0"})
  void everyTermCanBeLeftOut(double label, double attention, double adversarial) {
    assertThat(trained(options(0, label, LabelMode.PRESET, attention, adversarial)))
        .isNotEqualTo(trained(options(0, 0.1, LabelMode.PRESET, 100, 0.1)));
  }

  @Test
  void labelsMayCountWhereTheTeacherAgreesOnly() {
    assertThat(trained(options(0, 10, LabelMode.AGREED, 0, 0)))
        .isNotEqualTo(trained(options(0, 10, LabelMode.PRESET, 0, 0)));
  }

  private float[] trained(CgddOptions options) {
    try (var bench = Players.bench(1, 5e-3)) {
      steps(bench, method().open(bench.run(options)), 3);
      return answers(bench);
    }
  }

  private static void steps(TestBench bench, Method.Procedure procedure, int count) {
    for (int i = 0; i < count; i++) {
      bench.stepping(() -> procedure.step(Tensors.empty()));
    }
  }

  /** The student's logits of a fixed image. */
  private static float[] answers(TestBench bench) {
    Run run = bench.run();
    return bench.step(
        () -> {
          var image = run.scratch().create(TestBench.normal(64, 3), new Shape(1, 1, 8, 8));
          return run.network("student")
              .forward(Tensors.of("x", image), Mode.INFER)
              .get("logits")
              .toFloatArray();
        });
  }
}
