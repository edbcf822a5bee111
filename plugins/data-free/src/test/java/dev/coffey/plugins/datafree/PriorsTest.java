package dev.coffey.plugins.datafree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.coffey.nn.test.TestBench;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PriorsTest {
  /** Softmax: (1/4, 3/4) and (1/2, 1/2). */
  private static NDArray logits(NDManager manager) {
    return manager.create(new float[][] {{0, (float) Math.log(3)}, {2, 2}});
  }

  @Test
  void oneHotIsTheCrossEntropyOfTheTeachersDecision() {
    assertThat(value(manager -> Priors.oneHot(logits(manager))))
        .isCloseTo((float) (-(Math.log(0.75) + Math.log(0.5)) / 2), within(1e-5f));
  }

  @Test
  void informationEntropyIsThatOfTheMeanDistributionInDecimalDigits() {
    double p = (0.25 + 0.5) / 2;
    assertThat(value(manager -> Priors.informationEntropy(logits(manager))))
        .isCloseTo((float) (p * Math.log10(p) + (1 - p) * Math.log10(1 - p)), within(1e-5f));
  }

  @Test
  void activationIsTheNegatedMeanMagnitude() {
    assertThat(value(manager -> Priors.activation(manager.create(new float[][] {{1, -2}, {0, 5}}))))
        .isCloseTo(-2, within(1e-5f));
  }

  @Test
  void labelIsTheCrossEntropyOfTheGivenClass() {
    assertThat(
            value(
                manager ->
                    Priors.label(logits(manager), manager.create(new float[][] {{1, 0}, {0, 1}}))))
        .isCloseTo((float) (-(Math.log(0.25) + Math.log(0.5)) / 2), within(1e-5f));
  }

  private static float value(Function<NDManager, NDArray> function) {
    try (var bench = TestBench.open(1)) {
      var run = bench.run();
      return bench.step(() -> function.apply(run.scratch()).getFloat());
    }
  }
}
