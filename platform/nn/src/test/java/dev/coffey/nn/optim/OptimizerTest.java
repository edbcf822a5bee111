package dev.coffey.nn.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import dev.coffey.nn.optim.Optimizer.Target;
import dev.coffey.nn.test.TestBench;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One weight that starts at 1, with the gradients 0.5, −1, 2. */
class OptimizerTest {
  private static final float[] GRADIENTS = {0.5f, -1, 2};

  private final TestBench bench = TestBench.open(1);
  private final NDManager memory = bench.workspace().memory();

  @AfterEach
  void close() {
    bench.close();
  }

  private List<Float> path(OptimizerOptions options, boolean decays) {
    NDArray weight = memory.create(new float[] {1});
    List<Float> path = new ArrayList<>();
    try (var optimizer = new Optimizer(options, memory.newSubManager())) {
      for (float value : GRADIENTS) {
        NDArray gradient = memory.create(new float[] {value});
        optimizer.step(List.of(new Target("w", weight, gradient, decays)), options.lr());
        path.add(weight.toFloatArray()[0]);
      }
    }
    return path;
  }

  private static void assertPath(List<Float> actual, double... expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual.get(i))
          .as("after step %d", i + 1)
          .isCloseTo((float) expected[i], within(2e-6f));
    }
  }

  @ParameterizedTest
  @CsvSource({"SGD, false", "SGD, true", "ADAM, false", "ADAMW, false"})
  void whoSaysThatItClearsGradientsDoes(OptimizerOptions.Name name, boolean nesterov) {
    var options =
        new OptimizerOptions(name, 0.1, 0.9, nesterov, 0.01, 0.9, 0.99, 1e-8, Optional.empty());
    NDArray weight = memory.create(new float[] {1, 2});
    weight.setRequiresGradient(true);
    try (GradientCollector collector = memory.getEngine().newGradientCollector()) {
      collector.backward(weight.mul(memory.create(new float[] {3, -4})).sum());
    }
    NDArray gradient = weight.getGradient();
    try (var optimizer = new Optimizer(options, memory.newSubManager())) {
      optimizer.step(List.of(new Target("w", weight, gradient, true)), 0.1);

      assertThat(gradient.toFloatArray())
          .isEqualTo(optimizer.clears(weight) ? new float[] {0, 0} : new float[] {3, -4});
    }
  }

  @Test
  void plainGradientDescent() {
    assertPath(path(OptimizerOptions.sgd(0.1, 0), true), 0.95, 1.05, 0.85);
  }

  @Test
  void weightDecayIsAddedToTheGradient() {
    // g = 0.5 + 0.2·1 = 0.7; −1 + 0.2·0.93 = −0.814; 2 + 0.2·1.0114 = 2.20228
    assertPath(
        path(OptimizerOptions.sgd(0.1, 0).withWeightDecay(0.2), true), 0.93, 1.0114, 0.791172);
  }

  @Test
  void biasesAndNormalisationsDoNotDecay() {
    assertPath(path(OptimizerOptions.sgd(0.1, 0).withWeightDecay(0.2), false), 0.95, 1.05, 0.85);
    assertPath(path(OptimizerOptions.adamW(0.1, 0.5), false), 0.9);
  }

  @Test
  void momentumKeepsGoing() {
    // v = −0.05; 0.9·−0.05 + 0.1 = 0.055; 0.9·0.055 − 0.2 = −0.1505
    assertPath(path(OptimizerOptions.sgd(0.1, 0.9), true), 0.95, 1.005, 0.8545);
  }

  @Test
  void nesterovLooksAhead() {
    // v as above; w + 0.9·v − 0.1·g: −0.045 − 0.05; 0.0495 + 0.1; −0.13545 − 0.2
    assertPath(path(OptimizerOptions.sgd(0.1, 0.9).withNesterov(), true), 0.905, 1.0545, 0.71905);
  }

  @Test
  void adamIsThePublishedFormula() {
    assertPath(path(OptimizerOptions.adam(0.1), true), adam(0.1, 1e-8, 0));
  }

  @Test
  void adamsEpsilonIsAddedToTheCorrectedRoot() {
    var options =
        new OptimizerOptions(
            OptimizerOptions.Name.ADAM, 0.1, 0, false, 0, 0.9, 0.999, 0.5, Optional.empty());

    // first step: 0.1·0.5 / (0.5 + 0.5)
    assertThat(adam(0.1, 0.5, 0)[0]).isCloseTo(0.95, within(1e-9));
    assertPath(path(options, true), adam(0.1, 0.5, 0));
  }

  @Test
  void adamWDecaysTheWeightItself() {
    // first step: (1 − 0.1·0.5)·1 − 0.1
    assertThat(adam(0.1, 1e-8, 0.5)[0]).isCloseTo(0.85, within(1e-7));
    assertPath(path(OptimizerOptions.adamW(0.1, 0.5), true), adam(0.1, 1e-8, 0.5));
  }

  @Test
  void adamAddsDecayToTheGradient() {
    // g = 0.5 + 5·1; −1 + 5·0.9 = 3.5; moments (0.9·0.55 + 0.35)/0.19 = 4.447368 and
    // (0.999·0.03025 + 0.01225)/0.001999 = 21.245498; 0.9 − 0.1·4.447368/4.609284 = 0.803513
    assertPath(path(OptimizerOptions.adam(0.1).withWeightDecay(5), true), 0.9, 0.803513);
  }

  private static double[] adam(double rate, double epsilon, double decay) {
    double[] path = new double[GRADIENTS.length];
    double weight = 1;
    double first = 0;
    double second = 0;
    for (int i = 0; i < path.length; i++) {
      first = 0.9 * first + 0.1 * GRADIENTS[i];
      second = 0.999 * second + 0.001 * GRADIENTS[i] * GRADIENTS[i];
      double mean = first / (1 - Math.pow(0.9, i + 1.0));
      double square = second / (1 - Math.pow(0.999, i + 1.0));
      weight = (1 - rate * decay) * weight - rate * mean / (Math.sqrt(square) + epsilon);
      path[i] = weight;
    }
    return path;
  }

  @Test
  void clippingLimitsTheNormOfTheWholeGroup() {
    NDArray first = memory.create(new float[] {0, 0});
    NDArray second = memory.create(new float[] {0});
    var options = OptimizerOptions.sgd(1, 0).withClipNorm(1);
    try (var optimizer = new Optimizer(options, memory.newSubManager())) {
      // norm of (2, 3, 6) is 7
      optimizer.step(
          List.of(
              new Target("a", first, memory.create(new float[] {2, 3}), true),
              new Target("b", second, memory.create(new float[] {6}), true)),
          1);
    }

    assertThat(first.toFloatArray()).containsExactly(new float[] {-2f / 7, -3f / 7}, within(1e-6f));
    assertThat(second.toFloatArray()).containsExactly(new float[] {-6f / 7}, within(1e-6f));
    assertPath(path(OptimizerOptions.sgd(0.1, 0).withClipNorm(10), true), 0.95, 1.05, 0.85);
  }

  @Test
  void stateIsPerWeightAndLivesWithTheOptimizer() {
    NDArray weight = memory.create(new float[] {1});
    NDArray gradient = memory.create(new float[] {1});
    int before = memory.getManagedArrays().size();
    try (var optimizer = new Optimizer(OptimizerOptions.adamW(0.1, 0.1), memory.newSubManager())) {
      for (int i = 0; i < 5; i++) {
        optimizer.step(List.of(new Target("w", weight, gradient, true)), 0.1);
      }
      assertThat(memory.getManagedArrays()).hasSize(before + 2);
    }
    assertThat(memory.getManagedArrays()).hasSize(before);
  }

  @Test
  void aDamagedStateIsRefusedAndTheOldOneStays() throws IOException {
    NDArray weight = memory.create(new float[] {1});
    NDArray gradient = memory.create(new float[] {1});
    try (var optimizer = new Optimizer(OptimizerOptions.sgd(0.1, 0.9), memory.newSubManager())) {
      optimizer.step(List.of(new Target("w", weight, gradient, true)), 0.1);
      byte[] saved = saved(optimizer);
      byte[] damaged = saved.clone();
      damaged[damaged.length - 8] ^= 1;

      assertThatThrownBy(() -> load(optimizer, damaged)).isInstanceOf(IOException.class);

      assertThat(saved(optimizer)).isEqualTo(saved);
      load(optimizer, saved);
      assertThat(saved(optimizer)).isEqualTo(saved);
    }
  }

  private static byte[] saved(Optimizer optimizer) throws IOException {
    var bytes = new ByteArrayOutputStream();
    optimizer.save(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static void load(Optimizer optimizer, byte[] bytes) throws IOException {
    optimizer.load(new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  @Test
  void optionsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> OptimizerOptions.sgd(0, 0)).hasMessageContaining("lr");
    assertThatThrownBy(() -> OptimizerOptions.sgd(0.1, 1)).hasMessageContaining("momentum");
    assertThatThrownBy(() -> OptimizerOptions.sgd(0.1, 0).withNesterov())
        .hasMessageContaining("nesterov");
    assertThatThrownBy(() -> OptimizerOptions.adam(0.1).withClipNorm(0))
        .hasMessageContaining("clip-norm");
  }
}
