package dev.coffey.plugins.cgn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Teacher;
import dev.coffey.api.Tensors;
import dev.coffey.api.contract.TeacherContract;
import dev.coffey.nn.test.TestBench;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnalyticCgnTest extends TeacherContract {
  private static final Latents LATENTS = new Latents(17, 10);
  private static final AnalyticCgnOptions OPTIONS = new AnalyticCgnOptions(17, 32);

  @Override
  protected Teacher teacher() {
    return new AnalyticCgn();
  }

  @Override
  protected AnalyticCgnOptions options() {
    return OPTIONS;
  }

  @Override
  protected Tensors example(Run run) {
    return Tensors.of("z", latents(run, 1));
  }

  /** Each class {@code times} times, class 0 first. */
  private static NDArray latents(Run run, int times) {
    int[] labels = IntStream.range(0, 10 * times).map(i -> i / times).toArray();
    return new Draws(new SplittableRandom(1), LATENTS).inputs(run.scratch(), labels);
  }

  /** Without noise: every digit upright in the middle. */
  private static NDArray still(Run run) {
    return run.scratch().zeros(new Shape(10, 17)).concat(run.scratch().eye(10), 1);
  }

  private static NDArray made(Run run, Network network, NDArray z) {
    String tap = network.taps().keySet().iterator().next();
    return run.infer(() -> network.forward(Tensors.of("z", z), Mode.INFER).get(tap));
  }

  @Test
  void itsMechanismsTakeLatentsAndHaveNoParameters() {
    try (var bench = TestBench.open(1)) {
      var networks = teacher().open(bench.run(new AnalyticCgnOptions(32, 32)));

      assertThat(networks)
          .extracting(Network::role)
          .containsExactly("teacher", "teacher.texture", "teacher.background");
      assertThat(networks)
          .allSatisfy(
              network -> {
                assertThat(network.inputs()).containsOnlyKeys("z").containsValue(new Shape(42));
                assertThat(network.parameters()).isZero();
              });
    }
  }

  @Test
  void distancesAreThoseToTheNearestSegment() {
    try (var bench = TestBench.open(1)) {
      var run = bench.run();
      float[] squares =
          bench.step(
              () -> {
                // of four pixels, centres at 1/4 and 3/4
                var mask = new StrokeMask(LATENTS, 2);
                return mask.squaredDistances(
                        new StrokeMask.Ends(
                            column(run, 0.25f, 0.25f),
                            column(run, 0, 0),
                            column(run, 0.25f, 0.75f),
                            column(run, 0.5f, 0)))
                    .toFloatArray();
              });
      // segments (1/4, 0)-(1/4, 1/2) and (1/4, 0)-(3/4, 0); the last pixel's nearest points are
      // (1/4, 1/2), at √(1/4 + 1/16), and (3/4, 0), at 3/4
      assertThat(squares)
          .containsExactly(new float[] {0, 1 / 16f, 1 / 16f, 5 / 16f}, within(1e-6f));
    }
  }

  private static NDArray column(Run run, float... values) {
    return run.scratch().create(values, new Shape(values.length, 1));
  }

  @Test
  void masksCoverAboutAnEighthOfTheImage() {
    try (var bench = TestBench.open(1)) {
      var run = bench.run(OPTIONS);
      var shape = teacher().open(run).get(0);
      bench.stepping(
          () -> {
            NDArray masks = made(run, shape, latents(run, 20));
            assertThat(masks.getShape()).isEqualTo(new Shape(200, 1, 32, 32));
            assertThat(masks.mean().getFloat()).isBetween(0.125f, 0.15f);
            assertThat(masks.min().getFloat()).isCloseTo(1e-4f, within(1e-6f));
            assertThat(masks.max().getFloat()).isCloseTo(0.9999f, within(1e-6f));
          });
    }
  }

  @Test
  void theTenDigitsDiffer() {
    try (var bench = TestBench.open(1)) {
      var run = bench.run(OPTIONS);
      var shape = teacher().open(run).get(0);
      bench.stepping(
          () -> {
            NDArray masks = made(run, shape, still(run)).reshape(10, 1024);
            for (int first = 0; first < 10; first++) {
              for (int second = 0; second < first; second++) {
                float difference = masks.get(first).sub(masks.get(second)).abs().mean().getFloat();
                assertThat(difference).as("%d and %d", first, second).isGreaterThan(0.03f);
              }
            }
          });
    }
  }

  @Test
  void aOneIsAStrokeDownTheMiddle() {
    try (var bench = TestBench.open(1)) {
      var run = bench.run(OPTIONS);
      var shape = teacher().open(run).get(0);
      bench.stepping(
          () -> {
            NDArray one = made(run, shape, still(run)).get(1).get(0);
            // its stroke stands at ½ + 0.02·0.735, 16.5 pixels
            assertThat(one.get(16).toFloatArray())
                .satisfies(
                    line -> {
                      assertThat(line[16]).isCloseTo(0.9999f, within(1e-6f));
                      assertThat(line[10]).isCloseTo(1e-4f, within(1e-6f));
                      assertThat(line[22]).isCloseTo(1e-4f, within(1e-6f));
                    });
          });
    }
  }

  @Test
  void colourIsThatOfTheClassEverywhere() {
    try (var bench = TestBench.open(1)) {
      var run = bench.run(OPTIONS);
      List<Network> networks = teacher().open(run);
      bench.stepping(
          () -> {
            NDArray z = still(run);
            NDArray texture = made(run, networks.get(1), z);
            NDArray background = made(run, networks.get(2), z);
            assertThat(texture.getShape()).isEqualTo(new Shape(10, 3, 32, 32));
            // class 0: yellow on dark green
            assertThat(corner(texture, 0)).containsExactly(1, 1, 0);
            assertThat(corner(background, 0)).containsExactly(0, 100 / 255f, 0);
            // class 8: maroon on fuchsia
            assertThat(corner(texture, 8))
                .containsExactly(new float[] {176 / 255f, 48 / 255f, 96 / 255f}, within(1e-6f));
            assertThat(corner(background, 8)).containsExactly(1, 0, 1);
            assertThat(
                    background
                        .max(new int[] {2})
                        .sub(background.min(new int[] {2}))
                        .sum()
                        .getFloat())
                .isZero();
          });
    }
  }

  private static float[] corner(NDArray images, int index) {
    return images.get(index).get(":, 31, 0").toFloatArray();
  }

  @Test
  void noiseChangesColoursByAHundredth() {
    try (var bench = TestBench.open(1)) {
      var run = bench.run(OPTIONS);
      List<Network> networks = teacher().open(run);
      bench.stepping(
          () -> {
            float[] values = still(run).toFloatArray();
            values[27 * 5 + 12] = 2;
            values[27 * 5 + 14] = -1;
            NDArray z = run.scratch().create(values, new Shape(10, 27));
            // class 5: cornflower blue on burlywood
            assertThat(corner(made(run, networks.get(1), z), 5))
                .containsExactly(
                    new float[] {100 / 255f, 149 / 255f + 0.02f, 237 / 255f}, within(1e-6f));
            assertThat(corner(made(run, networks.get(2), z), 5))
                .containsExactly(
                    new float[] {222 / 255f - 0.01f, 184 / 255f, 135 / 255f}, within(1e-6f));
          });
    }
  }
}
