package dev.coffey.plugins.datafree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffey.nn.test.TestBench;
import org.junit.jupiter.api.Test;

class NoiseTest {
  @Test
  void labelsAreUniform() {
    try (var bench = TestBench.open(1)) {
      var run = bench.run();
      float[] counts =
          bench.step(
              () ->
                  new Noise(run.random())
                      .labels(run.scratch(), 1000, 10)
                      .sum(new int[] {0})
                      .toFloatArray());
      // 4 standard deviations of a binomial count
      double most = 4 * Math.sqrt(1000 * 0.1 * 0.9);
      float sum = 0;
      for (float count : counts) {
        assertThat(count).isBetween((float) (100 - most), (float) (100 + most));
        sum += count;
      }
      assertThat(sum).isEqualTo(1000);
    }
  }
}
