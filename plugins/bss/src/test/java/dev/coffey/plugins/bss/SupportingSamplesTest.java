package dev.coffey.plugins.bss;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffey.nn.test.TestBench;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SupportingSamplesTest {
  @Test
  void onlyThoseThatAreKeptAreLeft() {
    assertThat(where(0, 1, 0, 1))
        .hasValueSatisfying(x -> assertThat(x).containsExactlyInAnyOrder(1, 3));
  }

  @Test
  void oneMayBeLeft() {
    assertThat(where(0, 0, 1, 0)).hasValue(new float[] {2});
  }

  @Test
  void noneMayBeLeft() {
    assertThat(where(0, 0, 0, 0)).isEmpty();
  }

  private static Optional<float[]> where(float... kept) {
    try (var bench = TestBench.open(1)) {
      return bench.step(
          () -> {
            var manager = bench.run().scratch();
            var numbers = manager.create(new float[][] {{0}, {1}, {2}, {3}});
            return new SupportingSamples(numbers, numbers.mul(10))
                .where(manager.create(kept))
                .map(
                    samples -> {
                      assertThat(samples.teacher().toFloatArray())
                          .containsExactly(samples.x().mul(10).toFloatArray());
                      return samples.x().toFloatArray();
                    });
          });
    }
  }
}
