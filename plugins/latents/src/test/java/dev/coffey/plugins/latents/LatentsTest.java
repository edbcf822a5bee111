package dev.coffey.plugins.latents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import com.google.inject.Guice;
import dev.coffey.api.Dataset;
import dev.coffey.nn.test.EnginelessRun;
import dev.coffey.nn.test.TestBench;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LatentsTest {
  @Test
  void aRowIsNoiseAndThenTheClass() {
    try (var bench = TestBench.open(1)) {
      var source =
          new Latents()
              .open(bench.run(new LatentsOptions(2, 3, 7, 1, NoiseOptions.NORMAL, 1)), "train");

      bench.stepping(
          () -> {
            var batch = source.rows(4, 0);
            assertThat(source.spec().input()).isEqualTo(new Shape(5));
            assertThat(batch.get("y").toIntArray()).containsExactly(1, 0);
            assertThat(batch.get("z").get(":, 2:").toFloatArray())
                .containsExactly(0, 1, 0, 1, 0, 0);
            assertThat(batch.names()).containsExactly("z", "index", "y");
          });
    }
  }

  @Test
  void noiseIsStandardNormal() {
    try (var bench = TestBench.open(1)) {
      var source =
          new Latents()
              .open(
                  bench.run(new LatentsOptions(32, 10, 2000, 1, NoiseOptions.NORMAL, 1)), "train");

      bench.stepping(
          () -> {
            var noise = source.batches(2000, null).next().get("z").get(":, :32");
            // five deviations of the mean of 64,000 values, and of their squares
            assertThat(noise.mean().getFloat()).isCloseTo(0, within(0.02f));
            assertThat(noise.mul(noise).mean().getFloat()).isCloseTo(1, within(0.03f));
          });
    }
  }

  @Test
  void noiseIsTruncatedAndThenScaled() {
    var noise = new NoiseOptions(0.5, Optional.of(2.0));
    try (var bench = TestBench.open(1)) {
      var options = new LatentsOptions(32, 10, 2000, 1, noise, 1);
      var source = new Latents().open(bench.run(options), "train");

      bench.stepping(
          () -> {
            var drawn = source.batches(2000, null).next().get("z").get(":, :32");
            assertThat(drawn.max().getFloat()).isBetween(0.99f, 1f);
            assertThat(drawn.min().getFloat()).isBetween(-1f, -0.99f);
            // a standard normal truncated at 2 has the variance 0.7737
            assertThat(drawn.mul(drawn).mean().getFloat()).isCloseTo(0.1934f, within(0.006f));
          });
    }
  }

  @Test
  void theSeedDecidesTheNoise() {
    assertThat(digest(2)).isEqualTo(digest(2)).isNotEqualTo(digest(3));
  }

  @Test
  void anIndexBeyondTheRowsIsRefused() {
    var source =
        new Latents()
            .open(
                EnginelessRun.with(new LatentsOptions(2, 3, 7, 1, NoiseOptions.NORMAL, 1)),
                "train");

    assertThatThrownBy(() -> source.rows(7))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no sample with index 7 among 7");
  }

  @Test
  void thePluginOffersIt() {
    var plugin = new LatentsPlugin();
    var injector = Guice.createInjector(plugin);

    assertThat(plugin.contributions())
        .singleElement()
        .satisfies(
            offered -> {
              assertThat(offered.id()).isEqualTo("latents");
              assertThat(injector.getInstance(offered.key())).isInstanceOf(Dataset.class);
            });
  }

  private static String digest(long seed) {
    return new Latents()
        .open(
            EnginelessRun.with(new LatentsOptions(2, 3, 7, 1, NoiseOptions.NORMAL, seed)), "train")
        .digest();
  }
}
