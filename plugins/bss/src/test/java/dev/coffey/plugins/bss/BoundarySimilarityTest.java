package dev.coffey.plugins.bss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Metric;
import dev.coffey.api.Mode;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.MetricContract;
import dev.coffey.nn.test.TestBench;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BoundarySimilarityTest extends MetricContract {
  private static final DataSpec DATA = new DataSpec(new Shape(2), 2, List.of(0.5f), List.of(0.25f));
  private static final float[][] ACROSS = {{8, 0}, {0, 8}};
  private static final float[][] X = {
    {0.6f, 0.4f}, {0.7f, 0.35f}, {0.3f, 0.55f}, {0.45f, 0.6f}, {0.5f, 0.6f}
  };
  private static final int[] LABELS = {0, 0, 1, 1, 0};

  @Override
  protected Metric metric() {
    return new BoundarySimilarity(Figure.MAGNITUDE);
  }

  @Override
  protected String id() {
    return "mag-sim";
  }

  @Override
  protected Record options() {
    return options(1000);
  }

  private static SimilarityOptions options(int samples) {
    return new SimilarityOptions(samples, new AttackOptions(60, 0.1, 1e-3, Optional.empty()));
  }

  @Override
  protected DataSpec data() {
    return DATA;
  }

  @Override
  protected void prepare(Run run) {
    Maps.linear(run, "teacher", ACROSS).freeze();
    Maps.linear(run, "student", new float[][] {{6, 0}, {1, 5}});
  }

  @Override
  protected Tensors outputs(Run run) {
    var x = run.scratch().create(X);
    return Tensors.of("batch/x", x)
        .with("batch/y", run.scratch().create(LABELS))
        .with("batch/index", run.scratch().create(new long[] {0, 1, 2, 3, 4}))
        .with("student/logits", Logits.of(run.network("student"), x, Mode.INFER))
        .with("teacher/logits", Logits.of(run.network("teacher"), x, Mode.INFER));
  }

  @ParameterizedTest
  @EnumSource(Figure.class)
  void equalNetworksHaveEqualBoundaries(Figure figure) {
    var figures = figures(figure, ACROSS, 1000);

    // both are wrong about the last sample
    assertThat(figures).containsEntry(figure.id() + "/samples", 4.0);
    assertThat(figures.get(figure.id())).isCloseTo(1, within(1e-5));
  }

  @Test
  void boundariesAtAnAngleDifferInDirection() {
    // the teacher's way is along (−1, 1), the student's along (−1, 0)
    var student = new float[][] {{10, 0}, {0, 0}};

    assertThat(figures(Figure.ANGLE, student, 2).get("ang-sim"))
        .isCloseTo(Math.sqrt(0.5), within(1e-5));
  }

  @Test
  void boundariesAtOtherDistancesDifferInMagnitude() {
    // from (0.6, 0.4) it is 0.2 / √2 to the teacher's 8 x = 8 y, 3.2 / √80 to the student's 8 x = 4
    // y
    var student = new float[][] {{8, 0}, {0, 4}};

    assertThat(figures(Figure.MAGNITUDE, student, 1).get("mag-sim"))
        .isCloseTo(0.2 / Math.sqrt(2) / (3.2 / Math.sqrt(80)), within(2e-3));
  }

  @Test
  void onlyTheFirstSamplesAreLookedAt() {
    assertThat(figures(Figure.MAGNITUDE, ACROSS, 3)).containsEntry("mag-sim/samples", 3.0);
  }

  private static Map<String, Double> figures(Figure figure, float[][] student, int samples) {
    try (var bench = TestBench.open(1, DATA)) {
      var run = bench.run(options(samples));
      Maps.linear(run, "teacher", ACROSS).freeze();
      Maps.linear(run, "student", student);
      var meter = new BoundarySimilarity(figure).open(run);
      bench.stepping(() -> meter.add(new BoundarySimilarityTest().outputs(run)));
      return meter.read();
    }
  }
}
