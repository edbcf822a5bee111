package dev.coffey.plugins.cgn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Run;
import dev.coffey.nn.test.FiniteDifferences;
import dev.coffey.nn.test.TestBench;
import org.junit.jupiter.api.Test;

class LeastSquaresTest {
  private static NDArray real(Run run) {
    return run.scratch().create(new float[][] {{0.5f}, {2}});
  }

  private static NDArray made(Run run) {
    return run.scratch().create(new float[][] {{-1}, {0.5f}});
  }

  @Test
  void theGeneratorWantsToBeScoredAsReal() {
    // (2² + 0.5²) / 2
    assertThat(Small.value(run -> LeastSquares.generator(made(run)).getFloat()))
        .isCloseTo(2.125, within(1e-5));
  }

  @Test
  void theDiscriminatorWantsOneForRealAndZeroForMade() {
    // ½·[(0.5² + 1²) / 2 + (1² + 0.5²) / 2]
    assertThat(Small.value(run -> LeastSquares.discriminator(real(run), made(run)).getFloat()))
        .isCloseTo(0.625, within(1e-5));
  }

  @Test
  void gradientsAgreeWithFiniteDifferences() {
    try (var bench = TestBench.open(1)) {
      var run = bench.run();
      bench.stepping(
          () -> {
            FiniteDifferences.check(run, made(run), 1e-3, LeastSquares::generator);
            FiniteDifferences.check(
                run, made(run), 1e-3, at -> LeastSquares.discriminator(real(run), at));
            FiniteDifferences.check(
                run, real(run), 1e-3, at -> LeastSquares.discriminator(at, made(run)));
          });
    }
  }
}
