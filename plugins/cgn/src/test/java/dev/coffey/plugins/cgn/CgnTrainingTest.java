package dev.coffey.plugins.cgn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Method;
import dev.coffey.api.Method.Procedure;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.MethodContract;
import dev.coffey.api.contract.RunSource;
import dev.coffey.nn.optim.OptimizerOptions;
import dev.coffey.nn.optim.ScheduleOptions;
import dev.coffey.nn.test.TestBench;
import dev.coffey.plugins.cgn.DiscriminatorOptions.Form;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CgnTrainingTest extends MethodContract {
  private static final List<String> ROLES =
      List.of("student", "student.texture", "student.background");

  @Override
  protected Method method() {
    return new CgnTraining();
  }

  @Override
  protected CgnTrainingOptions options() {
    return options(1, false, 1);
  }

  /** Without dropout, whose random numbers are the engine's, and on PyTorch all threads share. */
  private static CgnTrainingOptions options(double adversarial, boolean matched, int keepEvery) {
    var discriminator = new DiscriminatorOptions(Form.LINEAR, 8, 0);
    return new CgnTrainingOptions(
        discriminator, adversarial, 0.3, 5, 0.05, 0.3, 1, matched, true, true, keepEvery);
  }

  @Override
  protected List<Supplier<? extends Record>> invalidOptions() {
    return List.of(
        () ->
            new CgnTrainingOptions(
                new DiscriminatorOptions(Form.LINEAR, 8, 0),
                1,
                0.3,
                5,
                0.5,
                0.3,
                1,
                true,
                true,
                true,
                50));
  }

  @Override
  protected DataSpec data() {
    return Small.DATA;
  }

  @Override
  protected void prepare(Run run) {
    Small.mechanisms(run);
  }

  @Override
  protected Tensors batch(Run run) {
    return Small.batch(run);
  }

  @Override
  protected boolean drawsRandomNumbers() {
    return true;
  }

  /** A bench with mechanisms, all of it trained with Adam. */
  private static TestBench bench(double discriminatorRate) {
    var bench = TestBench.open(1, Small.DATA);
    Small.mechanisms(bench.run());
    var constant = ScheduleOptions.constant();
    bench.workspace().optimizer("student", OptimizerOptions.adam(5e-3), constant);
    bench
        .workspace()
        .optimizer("discriminator", OptimizerOptions.adam(discriminatorRate), constant);
    return bench;
  }

  private static void train(TestBench bench, Procedure procedure, int from, int to) {
    for (int step = from; step < to; step++) {
      bench.stepping(() -> procedure.step(Small.batch(bench.run())));
      bench.workspace().advance(1, step + 1);
    }
  }

  private static Map<String, String> weights(TestBench bench, String... roles) {
    return List.of(roles).stream()
        .collect(
            Collectors.toMap(
                role -> role,
                role -> HexFormat.of().formatHex(Small.weights(bench.run().network(role)))));
  }

  private static String[] mechanisms() {
    return ROLES.toArray(String[]::new);
  }

  @Test
  void aStepMovesAllMechanismsAndTheDiscriminator() {
    try (var bench = bench(1e-3)) {
      var procedure = method().open(bench.run(options()));
      var roles = new String[] {ROLES.get(0), ROLES.get(1), ROLES.get(2), "discriminator"};
      var before = weights(bench, roles);

      train(bench, procedure, 0, 1);

      assertThat(weights(bench, roles))
          .allSatisfy((role, bytes) -> assertThat(bytes).as(role).isNotEqualTo(before.get(role)));
    }
  }

  @Test
  void theMechanismsUpdateLeavesTheDiscriminatorAsItIs() {
    // as a float, the rate is 0
    try (var bench = bench(1e-50)) {
      var procedure = method().open(bench.run(options()));
      var before = weights(bench, "discriminator");

      train(bench, procedure, 0, 2);

      assertThat(weights(bench, "discriminator")).isEqualTo(before);
    }
  }

  @Test
  void withoutAnAdversaryNoDiscriminatorIsBuilt() {
    try (var bench = bench(1e-3)) {
      var procedure = method().open(bench.run(options(0, true, 50)));

      train(bench, procedure, 0, 1);

      assertThat(bench.workspace().roles()).doesNotContain("discriminator");
    }
  }

  @Test
  void coloursComeToBeTheDatas() {
    try (var bench = bench(1e-3)) {
      var procedure = method().open(bench.run(options(1, true, 50)));
      train(bench, procedure, 0, 5);
      procedure.endEpoch();
      train(bench, procedure, 5, 60);
      procedure.endEpoch();
      train(bench, procedure, 60, 65);
      procedure.endEpoch();

      assertThat(reported(bench, "train/style", 2))
          .isLessThan(0.7 * reported(bench, "train/style", 0));
    }
  }

  @Test
  void anEpochIsReported() {
    try (var bench = bench(1e-3)) {
      var procedure = method().open(bench.run(options()));
      train(bench, procedure, 0, 2);
      procedure.endEpoch();

      assertThat(bench.reports())
          .extracting(TestBench.Report::series)
          .containsExactlyInAnyOrder(
              "train/generator-loss",
              "train/discriminator-loss",
              "train/style",
              "train/entropy",
              "train/mask-mean",
              "train/mask-mean-least",
              "train/mask-mean-most");
      assertThat(reported(bench, "train/mask-mean"))
          .isBetween(
              reported(bench, "train/mask-mean-least"), reported(bench, "train/mask-mean-most"));
    }
  }

  private static double reported(TestBench bench, String series) {
    return reported(bench, series, 0);
  }

  private static double reported(TestBench bench, String series, int epoch) {
    return bench.reports().stream()
        .filter(report -> report.series().equals(series))
        .toList()
        .get(epoch)
        .value();
  }

  @Test
  void trainingEndsWithTheMechanismsOfTheLowestStyleLoss() {
    try (var bench = bench(1e-3)) {
      bench.workspace().stage("test", 12);
      var procedure = method().open(bench.run(options(1, true, 1)));
      Map<Double, Map<String, String>> afterStep = new TreeMap<>();
      for (int step = 0; step < 12; step++) {
        train(bench, procedure, step, step + 1);
        var now = weights(bench, mechanisms());
        procedure.endEpoch();
        afterStep.putIfAbsent(reported(bench, "train/style", step), now);
      }

      assertThat(weights(bench, mechanisms())).isEqualTo(afterStep.values().iterator().next());
    }
  }

  @Test
  void beforeTheEndNothingIsPutBack() {
    try (var bench = bench(1e-3)) {
      var procedure = method().open(bench.run(options(1, true, 1)));
      train(bench, procedure, 0, 6);
      var before = weights(bench, mechanisms());

      procedure.endEpoch();

      assertThat(weights(bench, mechanisms())).isEqualTo(before);
    }
  }

  @Test
  void aRunThatWasBrokenOffGoesOnBitForBit() throws IOException {
    byte[] checkpoint;
    var state = new ByteArrayOutputStream();
    byte[] expected;
    var expectedState = new ByteArrayOutputStream();
    try (var session = open(1)) {
      prepare(session.run());
      var procedure = method().open(session.run());
      step(session, procedure);
      checkpoint = session.checkpoint();
      procedure.save(state);
      step(session, procedure);
      expected = Small.weights(session.run().network("student"));
      procedure.save(expectedState);
    }
    try (var session = open(1)) {
      prepare(session.run());
      var procedure = method().open(session.run());
      session.resume(checkpoint);
      procedure.load(new ByteArrayInputStream(state.toByteArray()));
      step(session, procedure);
      var resumedState = new ByteArrayOutputStream();
      procedure.save(resumedState);

      assertThat(Small.weights(session.run().network("student"))).isEqualTo(expected);
      assertThat(resumedState.toByteArray()).isEqualTo(expectedState.toByteArray());
    }
  }

  private void step(RunSource.Session session, Procedure procedure) {
    session.step(
        () -> {
          procedure.step(batch(session.run()));
          return true;
        });
  }

  @Test
  void mechanismsOfAnotherSizeThanTheImagesAreRefused() {
    try (var bench = TestBench.open(1, DataSpec.of(new Shape(3, 16, 16), 4))) {
      Small.mechanisms(bench.run());

      assertThatThrownBy(() -> method().open(bench.run(options())))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("(1, 8, 8)")
          .hasMessageContaining("(1, 16, 16)");
    }
  }

  @Test
  void imagesThatAreNotColouredAreRefused() {
    try (var bench = TestBench.open(1, DataSpec.of(new Shape(1, 8, 8), 4))) {
      Small.mechanisms(bench.run());

      assertThatThrownBy(() -> method().open(bench.run(options())))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("(1, 8, 8)");
    }
  }

  @Test
  void mechanismsWithoutRoomForTheDatasClassesAreRefused() {
    try (var bench = TestBench.open(1, DataSpec.of(new Shape(3, 8, 8), 10))) {
      Small.mechanisms(bench.run());

      assertThatThrownBy(() -> method().open(bench.run(options())))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("10 classes");
    }
  }
}
