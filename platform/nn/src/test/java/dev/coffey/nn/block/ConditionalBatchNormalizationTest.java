package dev.coffey.nn.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.nn.test.FiniteDifferences;
import dev.coffey.nn.test.TestBench;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConditionalBatchNormalizationTest {
  private static final Shape MAPS = new Shape(2, 3, 2);
  private static final Shape CONDITION = new Shape(3);

  private final TestBench bench = TestBench.open(8);
  private final Run run = bench.run();

  @AfterEach
  void close() {
    bench.close();
  }

  private Network network() {
    return run.build("student", new ConditionalBatchNormalization(2), MAPS, CONDITION);
  }

  private NDArray maps() {
    return run.scratch().create(TestBench.normal(24, 1), new Shape(2).addAll(MAPS));
  }

  private NDArray conditions() {
    return run.scratch().create(TestBench.normal(6, 2), new Shape(2).addAll(CONDITION));
  }

  private static NDArray forward(Network network, NDArray maps, NDArray conditions, Mode mode) {
    return network.forward(Tensors.of("x1", maps).with("x2", conditions), mode).get("output");
  }

  @Test
  void withoutAConditionItStartsAsPlainNormalisation() {
    Network network = network();
    Network plain =
        run.build("plain", BatchNormalization.withoutScaleAndShift(), new Shape(2, 3, 2));
    bench.stepping(
        () -> {
          NDArray nothing = run.scratch().zeros(new Shape(2).addAll(CONDITION));
          float[] expected =
              plain.forward(Tensors.of("x", maps()), Mode.TRAIN).get("output").toFloatArray();
          assertThat(forward(network, maps(), nothing, Mode.TRAIN).toFloatArray())
              .containsExactly(expected, within(1e-5f));
        });
  }

  @Test
  void itHasTwoParametersAChannelForEachConditionAndOneMore() {
    assertThat(network().parameters()).isEqualTo(2 * 2 * (3 + 1));
  }

  @Test
  void eachSampleHasAScaleAndAShiftOfItsOwn() {
    bench.stepping(
        () -> {
          NDArray x = run.scratch().create(new float[] {1, 2, 3, 4}, new Shape(2, 1, 1, 2));
          NDArray scale = run.scratch().create(new float[] {10, -1}, new Shape(2, 1));
          NDArray shift = run.scratch().create(new float[] {0.5f, 7}, new Shape(2, 1));
          assertThat(ConditionalBatchNormalization.composed(x, scale, shift).toFloatArray())
              .containsExactly(10.5f, 20.5f, 4, 3);
        });
  }

  @Test
  void theEnginesOwnFormEqualsTheGeneralOne() {
    bench.stepping(
        () -> {
          NDArray scale = run.scratch().create(TestBench.normal(4, 3), new Shape(2, 2));
          NDArray shift = run.scratch().create(TestBench.normal(4, 4), new Shape(2, 2));
          float[] general =
              ConditionalBatchNormalization.composed(maps(), scale, shift).toFloatArray();
          assertThat(ConditionalBatchNormalization.affine(maps(), scale, shift).toFloatArray())
              .containsExactly(general, within(1e-5f));
        });
  }

  @Test
  void atInferenceRunningStatisticsNormalise() {
    bench.stepping(
        () -> {
          var affine =
              new ChannelAffine(
                  run.scratch().create(new float[] {1, -2}),
                  run.scratch().create(new float[] {4, 9}),
                  run.scratch().create(new float[] {1, 3}),
                  run.scratch().create(new float[] {0.5f, 0}),
                  1e-5f);
          NDArray scale = run.scratch().create(TestBench.normal(4, 3), new Shape(2, 2));
          NDArray shift = run.scratch().create(TestBench.normal(4, 4), new Shape(2, 2));
          float[] inTwoSteps =
              ConditionalBatchNormalization.composed(affine.apply(maps()), scale, shift)
                  .toFloatArray();
          assertThat(affine.apply(maps(), scale, shift).toFloatArray())
              .containsExactly(inTwoSteps, within(1e-5f));
        });
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void gradientsEqualFiniteDifferences(Mode mode) {
    Network network = network();
    bench.stepping(
        () -> {
          NDArray maps = maps();
          NDArray conditions = conditions();
          UnaryOperator<NDArray> weighted =
              output ->
                  output
                      .square()
                      .add(output)
                      .mul(
                          output
                              .getManager()
                              .create(TestBench.normal(24, 11), new Shape(2).addAll(MAPS)))
                      .sum();
          FiniteDifferences.check(
              run, maps, 2e-2, at -> weighted.apply(forward(network, at, conditions, mode)));
          FiniteDifferences.check(
              run, conditions, 2e-2, at -> weighted.apply(forward(network, maps, at, mode)));
        });
  }
}
