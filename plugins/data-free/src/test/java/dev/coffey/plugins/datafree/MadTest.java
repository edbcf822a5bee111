package dev.coffey.plugins.datafree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Method;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.MethodContract;
import dev.coffey.api.contract.RunSource;
import dev.coffey.nn.test.TestBench;
import dev.coffey.plugins.datafree.MadOptions.ClassInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MadTest extends MethodContract {
  private static final GeneratorOptions SIZE = new GeneratorOptions(10, 4);
  private static final Rhythm RHYTHM = new Rhythm(16, 2, 1);

  @Override
  protected Method method() {
    return new Mad();
  }

  @Override
  protected Record options() {
    return options(0.95, 0.5, ClassInput.SUM);
  }

  @Override
  protected List<Supplier<? extends Record>> invalidOptions() {
    return List.of(
        () ->
            new MadOptions(
                SIZE,
                RHYTHM,
                Discrepancy.ofLogits(),
                0.95,
                0,
                1,
                Optional.empty(),
                ClassInput.UNCOND,
                1,
                0.1,
                0));
  }

  private static MadOptions options(double alpha, double averaged, ClassInput classes) {
    return new MadOptions(
        SIZE,
        RHYTHM,
        Discrepancy.ofLogits(),
        alpha,
        1 - averaged,
        averaged,
        averaged == 0 ? Optional.empty() : Optional.of(5.0),
        classes,
        1,
        0.1,
        1);
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
  void theAverageKeepsAlphaOfItselfOnceAStep() {
    try (var bench = Players.bench(1, 1e-2)) {
      Run run = bench.run(options(0.95, 0.5, ClassInput.UNCOND));
      var procedure = method().open(run);
      Network generator = run.network("generator");
      Network average = run.network("generator.shadow");
      byte[] before = weights(generator);
      assertThat(weights(average)).isEqualTo(before);

      bench.stepping(() -> procedure.step(Tensors.empty()));

      byte[] after = weights(generator);
      assertThat(after).isNotEqualTo(before);
      assertThat(weights(average)).isEqualTo(mixed(bench, before, after, 0.95));
    }
  }

  /** What following from {@code old} to {@code now} gives, by another network of the same kind. */
  private static byte[] mixed(TestBench bench, byte[] old, byte[] now, double keep) {
    try {
      Run run = bench.run();
      Network target = run.network("generator").shadow();
      Network source = run.network("generator").shadow();
      target.load(new ByteArrayInputStream(old));
      source.load(new ByteArrayInputStream(now));
      target.follow(source, keep);
      return weights(target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void withoutTheAverageItIsDfadBitForBit() {
    byte[] mad = trained(method(), options(0.95, 0, ClassInput.UNCOND));
    byte[] dfad = trained(new Dfad(), new DfadOptions(SIZE, RHYTHM, false, false));

    assertThat(mad).isEqualTo(dfad);
  }

  private static byte[] trained(Method method, Record options) {
    try (var bench = Players.bench(1, 1e-3)) {
      var procedure = method.open(bench.run(options));
      for (int i = 0; i < 3; i++) {
        bench.stepping(() -> procedure.step(Tensors.empty()));
      }
      return weights(bench.run().network("student"));
    }
  }

  @Test
  void aRunThatWasBrokenOffGoesOnBitForBitItsAverageIncluded() {
    byte[] checkpoint;
    byte[] expected;
    try (var session = open(1)) {
      prepare(session.run());
      var procedure = method().open(session.run());
      step(session, procedure);
      checkpoint = session.checkpoint();
      step(session, procedure);
      expected = weights(session.run().network("student"));
    }
    try (var session = open(1)) {
      prepare(session.run());
      var procedure = method().open(session.run());
      session.resume(checkpoint);
      step(session, procedure);

      assertThat(weights(session.run().network("student"))).isEqualTo(expected);
    }
  }

  private static void step(RunSource.Session session, Method.Procedure procedure) {
    session.step(
        () -> {
          procedure.step(Tensors.empty());
          return true;
        });
  }

  @ParameterizedTest
  @EnumSource(
      value = ClassInput.class,
      names = {"SUM", "CAT"})
  void theTeacherComesToSeeTheClassThatWasWanted(ClassInput classes) {
    try (var bench = Players.bench(1, 5e-3)) {
      Run run = bench.run(options(0.95, 0.5, classes));
      var game = (Game) method().open(run);
      for (int i = 0; i < 60; i++) {
        bench.stepping(() -> game.challenge(run.scratch()));
      }
      bench.stepping(game::endEpoch);
      for (int i = 0; i < 5; i++) {
        bench.stepping(() -> game.challenge(run.scratch()));
      }
      bench.stepping(game::endEpoch);

      assertThat(reported(bench, "train/label-agreement")).isGreaterThan(0.9);
    }
  }

  @Test
  void theAverageMovesLessThanTheGenerator() {
    try (var bench = Players.bench(1, 1e-2)) {
      var procedure = method().open(bench.run(options(0.95, 0.5, ClassInput.UNCOND)));
      for (int i = 0; i < 10; i++) {
        bench.stepping(() -> procedure.step(Tensors.empty()));
      }
      bench.stepping(procedure::endEpoch);

      assertThat(reported(bench, "train/shift")).isPositive();
      assertThat(reported(bench, "train/average-shift"))
          .isBetween(0.0, 0.5 * reported(bench, "train/shift"));
    }
  }

  private static double reported(TestBench bench, String series) {
    return bench.reports().stream()
        .filter(report -> report.series().equals(series))
        .reduce((first, last) -> last)
        .orElseThrow()
        .value();
  }

  @Test
  void shiftIsTheJensenShannonDivergence() {
    try (var bench = TestBench.open(1)) {
      var run = bench.run();
      double value =
          bench.step(
              () ->
                  Shift.between(
                      run.scratch().create(new float[][] {{1, 0}, {0.5f, 0.5f}}),
                      run.scratch().create(new float[][] {{0, 1}, {0.5f, 0.5f}})));
      assertThat(value).isCloseTo(Math.log(2) / 2, within(1e-6));
    }
  }

  @Test
  void aSmallShiftIsNotLostInRounding() {
    try (var bench = TestBench.open(1)) {
      var run = bench.run();
      double value =
          bench.step(
              () ->
                  Shift.between(
                      run.scratch().create(new float[][] {{0.5f, 0.5f}}),
                      run.scratch().create(new float[][] {{0.5002f, 0.4998f}})));
      // (p − q)² / 8m for each class, to second order
      assertThat(value).isCloseTo(2 * 4e-8 / (8 * 0.5), within(1e-10));
    }
  }

  @Test
  void onlyEmbeddingsLongerThanTheRootOfTheirWidthCost() {
    try (var bench = TestBench.open(1)) {
      var run = bench.run();
      float value =
          bench.step(
              () -> {
                NDArray vectors = run.scratch().create(new float[][] {{3, 4, 0, 0}, {1, 1, 0, 0}});
                return Embedding.excess(vectors).getFloat();
              });
      // lengths 5 and 1.4, allowed 2: ((5 - 2)² + 0) / 2
      assertThat(value).isCloseTo(4.5f, within(1e-5f));
    }
  }

  private static byte[] weights(Network network) {
    var bytes = new ByteArrayOutputStream();
    try {
      network.save(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
