package dev.coffey.nn;

import static dev.coffey.nn.SmallNetworks.ROW;
import static dev.coffey.nn.SmallNetworks.logits;
import static dev.coffey.nn.SmallNetworks.loss;
import static dev.coffey.nn.SmallNetworks.rows;
import static dev.coffey.nn.SmallNetworks.withStatistics;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.nn.test.FiniteDifferences;
import dev.coffey.nn.test.TestBench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GradientTest {
  private final TestBench bench = TestBench.open(2);
  private final Run run = bench.run();
  private final Network network = run.build("student", withStatistics(), ROW);

  @BeforeEach
  void moveStatisticsAwayFromTheirStart() {
    for (int i = 0; i < 5; i++) {
      bench.stepping(
          () -> {
            NDArray x = rows(run);
            run.update("student", () -> loss(network, x), network);
          });
    }
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private NDArray scalar(NDArray x) {
    return logits(network, x, Mode.INFER).square().sum();
  }

  @Test
  void theGradientThroughInferenceModeEqualsFiniteDifferences() {
    bench.stepping(() -> FiniteDifferences.check(run, rows(run), 2e-3, this::scalar));
  }

  @Test
  void aFrozenNetworkGivesTheSameGradient() {
    float[] trainable = bench.step(() -> run.gradient(rows(run), this::scalar).toFloatArray());
    network.freeze();

    float[] frozen = bench.step(() -> run.gradient(rows(run), this::scalar).toFloatArray());

    assertThat(frozen).isEqualTo(trainable);
  }

  @Test
  void nothingChanges() {
    byte[] before = Bytes.of(network);

    bench.stepping(
        () -> {
          NDArray x = rows(run);
          float[] values = x.toFloatArray();
          run.gradient(x, this::scalar);
          run.gradient(x, at -> loss(network, at));
          assertThat(x.toFloatArray()).isEqualTo(values);
          assertThat(x.hasGradient()).isFalse();
        });

    assertThat(Bytes.of(network)).isEqualTo(before);
  }

  @Test
  void theResultBelongsToTheManagerOfThePointAndIntermediatesAreGone() {
    bench.stepping(
        () -> {
          NDArray x = rows(run);
          int before = run.scratch().getManagedArrays().size();

          NDArray gradient = run.gradient(x, this::scalar);

          assertThat(gradient.getManager()).isSameAs(x.getManager());
          assertThat(run.scratch().getManagedArrays()).hasSize(before + 1);
        });
  }

  @Test
  void itIsAvailableInsideAnInference() {
    float[] plain = bench.step(() -> run.gradient(rows(run), this::scalar).toFloatArray());

    float[] inferred =
        bench.step(() -> run.infer(() -> run.gradient(rows(run), this::scalar)).toFloatArray());

    assertThat(inferred).isEqualTo(plain);
  }

  @Test
  void aScalarThatDoesNotDependOnThePointIsRefused() {
    bench.stepping(
        () -> {
          NDArray x = rows(run);
          NDArray elsewhere = rows(run);
          assertThatThrownBy(() -> run.gradient(x, at -> elsewhere.sum()))
              .isInstanceOf(IllegalStateException.class)
              .hasMessageStartingWith("the scalar of a gradient has no gradient");
          assertThatThrownBy(() -> run.gradient(x, at -> at))
              .isInstanceOf(IllegalArgumentException.class)
              .hasMessage("the scalar of a gradient must be a scalar, but has the shape (6, 4)");
        });
  }

  @Test
  void gradientsOfScaleAndShiftInInferenceModeEqualFiniteDifferences() {
    bench.stepping(
        () -> {
          NDArray x = rows(run);
          for (String name : new String[] {"gamma", "beta"}) {
            NDArray parameter =
                ((BlockNetwork) network).weights().byName().get("02BatchNormalization_" + name);
            float[] before = parameter.toFloatArray();
            double expected =
                (atShifted(parameter, x, 1e-2f) - atShifted(parameter, x, -1e-2f)) / 2e-2;
            parameter.set(before);

            run.update("student", () -> scalar(x), network);

            // plain SGD at rate 0.1 shows the gradient
            double actual = (before[0] - parameter.toFloatArray()[0]) / 0.1;
            assertThat(actual).isCloseTo(expected, within(2e-3 * (1 + Math.abs(expected))));
          }
        });
  }

  private double atShifted(NDArray parameter, NDArray x, float by) {
    float[] values = parameter.toFloatArray();
    values[0] += by;
    parameter.set(values);
    double result = scalar(x).toFloatArray()[0];
    values[0] -= by;
    parameter.set(values);
    return result;
  }

  @Test
  void statisticsStayWhenATrainedNetworkIsUsedInInferenceMode() {
    NDArray statistics =
        ((BlockNetwork) network).weights().byName().get("02BatchNormalization_runningMean");
    float[] before = statistics.toFloatArray();

    bench.stepping(
        () -> {
          NDArray x = rows(run);
          run.update("student", () -> scalar(x), network);
        });

    assertThat(statistics.toFloatArray()).isEqualTo(before);
  }
}
