package dev.coffey.plugins.skdcgn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import dev.coffey.nn.test.FiniteDifferences;
import dev.coffey.nn.test.TestBench;
import org.junit.jupiter.api.Test;

class HingeTest {
  private static final float[][] TEACHER = {{2}, {0.25f}, {-1}};
  private static final float[][] STUDENT = {{-3}, {0.5f}, {-0.5f}};

  @Test
  void theDiscriminatorLosesWhereScoresAreWithinOneOfTheWrongSide() {
    try (var bench = TestBench.open(1)) {
      var run = bench.run();
      bench.stepping(
          () -> {
            NDArray teacher = run.scratch().create(TEACHER);
            NDArray student = run.scratch().create(STUDENT);
            // (0 + 0.75 + 2) / 3 + (0 + 1.5 + 0.5) / 3
            assertThat(Hinge.discriminator(teacher, student).getFloat())
                .isCloseTo(4.75f / 3, within(1e-6f));
            FiniteDifferences.check(run, teacher, 1e-3, x -> Hinge.discriminator(x, student));
            FiniteDifferences.check(run, student, 1e-3, x -> Hinge.discriminator(teacher, x));
          });
    }
  }

  @Test
  void theGeneratorLosesWhatItsScoresLack() {
    try (var bench = TestBench.open(1)) {
      var run = bench.run();
      bench.stepping(
          () -> {
            NDArray student = run.scratch().create(STUDENT);
            assertThat(Hinge.generator(student).getFloat()).isCloseTo(1, within(1e-6f));
            FiniteDifferences.check(run, student, 1e-3, Hinge::generator);
          });
    }
  }
}
