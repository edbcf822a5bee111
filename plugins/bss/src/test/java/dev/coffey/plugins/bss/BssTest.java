package dev.coffey.plugins.bss;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.training.initializer.Initializer;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Method;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.MethodContract;
import dev.coffey.nn.block.BatchNormalization;
import dev.coffey.nn.block.Staged;
import dev.coffey.nn.test.TestBench;
import dev.coffey.plugins.bss.BssOptions.Reject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class BssTest extends MethodContract {
  private static final DataSpec DATA = new DataSpec(new Shape(3), 3, List.of(0.5f), List.of(0.25f));

  /** Each class has its pixel. */
  private static final float[][] TEACHER = {{8, 0, 0}, {0, 8, 0}, {0, 0, 8}};

  private static final float[][] X = {
    {0.9f, 0.2f, 0.1f}, {0.8f, 0.1f, 0.6f}, {0.1f, 0.7f, 0.3f}, {0.3f, 0.1f, 0.9f}
  };
  private static final int[] LABELS = {0, 0, 1, 2};

  /** The defaults. */
  static BssOptions published() {
    return options(2, 0.75, Reject.NONE, 10);
  }

  private static BssOptions options(double boundary, double until, Reject reject, int steps) {
    var attack = new AttackOptions(steps, 0.3, 1e-4, Optional.empty());
    return new BssOptions(3, false, 1, 4, 1, boundary, until, 64, reject, attack);
  }

  @Override
  protected Method method() {
    return new Bss();
  }

  @Override
  protected Record options() {
    return published();
  }

  @Override
  protected List<Supplier<? extends Record>> invalidOptions() {
    var attack = new AttackOptions(1, 1, 0, Optional.empty());
    return List.of(
        () -> new BssOptions(0, false, 1, 4, 1, 2, 0.75, 64, Reject.NONE, attack),
        () -> new BssOptions(3, false, 1, 4, 1, 2, 0, 64, Reject.NONE, attack),
        () -> new AttackOptions(1, 0, 0, Optional.empty()),
        () -> new AttackOptions(1, 1, 0, Optional.of(0.0)));
  }

  @Override
  protected DataSpec data() {
    return DATA;
  }

  @Override
  protected boolean drawsRandomNumbers() {
    return true;
  }

  /** A student with batch normalisation: it is asked in training mode outside the update, too. */
  @Override
  protected void prepare(Run run) {
    Maps.linear(run, "teacher", TEACHER).freeze();
    run.build(
        "student",
        Staged.builder()
            .add(Linear.builder().setUnits(4).build())
            .add(new BatchNormalization())
            .add(Linear.builder().setUnits(3).build())
            .tap("logits")
            .build(),
        DATA.input());
  }

  @Override
  protected Tensors batch(Run run) {
    return Tensors.of("x", run.scratch().create(X)).with("y", run.scratch().create(LABELS));
  }

  @Test
  void theLossIsTheWeightedSumOfThreeTerms() {
    var figures = oneStep(options(2, 0.75, Reject.NONE, 10), LABELS);

    // an even student: each of the three cross-entropies is ln 3
    var even = Math.log(3);
    assertThat(figures.get("train/cross-entropy")).isCloseTo(even, within(1e-5));
    assertThat(figures.get("train/soft-labels")).isCloseTo(even, within(1e-5));
    assertThat(figures.get("train/boundary-samples")).isCloseTo(even, within(1e-5));
    // the engine's logarithms are right to about 1e-6 each
    assertThat(figures.get("train/loss") / (1 + 4 + 2)).isCloseTo(even, within(1e-5));
  }

  @Test
  void attackedSamplesLeaveTheirClassAndTheGapFalls() {
    var figures = oneStep(options(2, 0.75, Reject.NONE, 40), LABELS);

    // an even student takes class 0: it is right about two
    assertThat(figures).containsEntry("bss/attacked", 2.0).containsEntry("bss/left-base", 1.0);
    assertThat(figures.get("bss/gap-before")).isPositive();
    assertThat(figures.get("bss/gap-after")).isNotPositive();
  }

  @Test
  void withoutAWeightThereIsNoAttack() {
    assertThat(oneStep(options(0, 0.75, Reject.NONE, 10), LABELS))
        .containsOnlyKeys("train/loss", "train/cross-entropy", "train/soft-labels");
  }

  @Test
  void fromThreeQuartersOnThereIsNoAttack() {
    var options = options(2, 0.75, Reject.NONE, 10);

    assertThat(oneStep(options, LABELS, 74)).containsKey("bss/attacked");
    assertThat(oneStep(options, LABELS, 75)).doesNotContainKey("bss/attacked");
  }

  @Test
  void samplesThatDidNotArriveAreTrainedOnUnlessTheyAreRejected() {
    // one step is too short
    var all = oneStep(options(2, 0.75, Reject.NONE, 1), LABELS);
    var arrived = oneStep(options(2, 0.75, Reject.PAPER, 1), LABELS);

    assertThat(all).containsEntry("bss/in-target", 0.0).containsKey("train/boundary-samples");
    assertThat(arrived)
        .containsEntry("bss/in-target", 0.0)
        .doesNotContainKey("train/boundary-samples");
  }

  @Test
  void samplesThatArrivedAreTrainedOn() {
    assertThat(oneStep(options(2, 0.75, Reject.PAPER, 40), LABELS))
        .containsEntry("bss/attacked", 2.0)
        .containsKey("train/boundary-samples");
  }

  @Test
  void aBatchWithoutBaseSamplesIsTrainedOn() {
    // both are right about none
    assertThat(oneStep(options(2, 0.75, Reject.NONE, 10), 1, 1, 1, 2))
        .containsOnlyKeys("train/loss", "train/cross-entropy", "train/soft-labels");
  }

  @Test
  void oneBaseSampleIsEnough() {
    assertThat(oneStep(options(2, 0.75, Reject.NONE, 10), 0, 1, 1, 2))
        .containsEntry("bss/attacked", 1.0)
        .containsKey("train/boundary-samples");
  }

  @Test
  void withoutATeacherItSaysWhatIsMissing() {
    try (var session = open(1)) {
      assertThatThrownBy(() -> method().open(session.run()))
          .hasMessageContaining("there is no network 'teacher'");
    }
  }

  private static Map<String, Double> oneStep(BssOptions options, int... labels) {
    return oneStep(options, labels, 0);
  }

  /** What is reported of one step. {@code done}: steps of 100 before it. */
  private static Map<String, Double> oneStep(BssOptions options, int[] labels, long done) {
    try (var bench = TestBench.open(1, DATA)) {
      var run = bench.run(options);
      Maps.linear(run, "teacher", TEACHER).freeze();
      var even = Staged.builder().add(Linear.builder().setUnits(3).build()).tap("logits").build();
      even.setInitializer(Initializer.ZEROS, Parameter.Type.WEIGHT);
      run.build("student", even, DATA.input());
      bench.workspace().advance(1, done);
      var procedure = new Bss().open(run);
      bench.stepping(
          () ->
              procedure.step(
                  Tensors.of("x", run.scratch().create(X))
                      .with("y", run.scratch().create(labels))));
      procedure.endEpoch();
      return bench.reports().stream()
          .collect(toMap(TestBench.Report::series, TestBench.Report::value));
    }
  }
}
