package dev.coffey.plugins.datafree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.nn.test.TestBench;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeneratorTest {
  private static final DataSpec COLOURED =
      new DataSpec(new Shape(3, 8, 12), 4, List.of(0.1f, 0.5f, 0.9f), List.of(0.2f, 0.25f, 1f));

  @Test
  void aBatchHasMeanZeroAndVarianceOneInNormalisedUnits() {
    try (var bench = TestBench.open(1, COLOURED)) {
      var run = bench.run();
      var generator = Generator.build(run, 10, 8);
      bench.stepping(
          () -> {
            var noise = new Noise(run.random()).normal(run.scratch(), new Shape(32, 10));
            NDArray images = generator.images(noise);
            assertThat(images.getShape()).isEqualTo(new Shape(32, 3, 8, 12));
            for (int channel = 0; channel < 3; channel++) {
              NDArray normalised =
                  images
                      .get(":, " + channel)
                      .sub(COLOURED.mean().get(channel))
                      .div(COLOURED.std().get(channel));
              assertThat(normalised.mean().getFloat()).isCloseTo(0, within(1e-3f));
              assertThat(normalised.square().mean().getFloat()).isCloseTo(1, within(1e-2f));
            }
          });
    }
  }

  @Test
  void itHasThePublishedNumberOfParameters() {
    assertThat(parameters(new Shape(1, 32, 32), 100, 64)).isEqualTo(1_049_985);
    assertThat(parameters(new Shape(3, 32, 32), 256, 64)).isEqualTo(2_329_091);
    assertThat(parameters(new Shape(1, 28, 28), 100, 8)).isEqualTo(82_817);
  }

  private static long parameters(Shape image, int nz, int ngf) {
    try (var bench = TestBench.open(1, DataSpec.of(image, 10))) {
      return Generator.build(bench.run(), nz, ngf).network().parameters();
    }
  }

  @Test
  void edgesThatFourDoesNotDivideAreRefused() {
    try (var bench = TestBench.open(1, DataSpec.of(new Shape(1, 30, 28), 10))) {
      assertThatThrownBy(() -> Generator.build(bench.run(), 10, 8))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("(1, 30, 28)");
    }
  }
}
