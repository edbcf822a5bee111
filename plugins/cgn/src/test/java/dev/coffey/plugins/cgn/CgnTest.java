package dev.coffey.plugins.cgn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.nn.test.FiniteDifferences;
import dev.coffey.nn.test.TestBench;
import dev.coffey.plugins.cgn.CgnOptions.Start;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CgnTest {
  private static final CgnOptions PUBLISHED =
      new CgnOptions(32, 10, 32, 32, 32, Start.ORTHOGONAL, 0.2);

  @Test
  void itHasThePublishedSizesAndALabelEmbeddingEach() {
    try (var bench = TestBench.open(1)) {
      var networks = new Cgn().open(bench.run(PUBLISHED));

      assertThat(networks)
          .extracting(Network::role)
          .containsExactly("student", "student.texture", "student.background");
      assertThat(networks)
          .extracting(Network::parameters)
          .containsExactly(194_914L + 100, 232_489L + 100, 232_489L + 100);
      assertThat(networks)
          .allSatisfy(
              network -> assertThat(network.inputs()).isEqualTo(Map.of("z", new Shape(42))));
      assertThat(networks.get(0).taps()).isEqualTo(Map.of("mask", new Shape(1, 32, 32)));
      assertThat(networks.get(1).taps()).isEqualTo(Map.of("image", new Shape(3, 32, 32)));
      assertThat(networks.get(2).taps()).isEqualTo(Map.of("image", new Shape(3, 32, 32)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void masksAndImagesStayInTheirRanges(Mode mode) {
    try (var bench = TestBench.open(1)) {
      var run = bench.run(Small.CGN);
      var networks = new Cgn().open(run);
      bench.stepping(
          () -> {
            NDArray z = Small.latents(run);
            assertBetween(output(run, networks.get(0), z, mode), 1e-4f, 0.9999f);
            assertBetween(output(run, networks.get(1), z, mode), 0, 1);
            assertBetween(output(run, networks.get(2), z, mode), 0, 1);
          });
    }
  }

  private static NDArray output(Run run, Network network, NDArray z, Mode mode) {
    String tap = network.taps().keySet().iterator().next();
    return run.infer(() -> network.forward(Tensors.of("z", z), mode).get(tap));
  }

  private static void assertBetween(NDArray values, float least, float most) {
    assertThat(values.min().getFloat()).isGreaterThanOrEqualTo(least);
    assertThat(values.max().getFloat()).isLessThanOrEqualTo(most);
    assertThat(values.max().sub(values.min()).getFloat()).isGreaterThan(0.01f);
  }

  @Test
  void noiseAndClassBothDecideWhatIsMade() {
    try (var bench = TestBench.open(1)) {
      var run = bench.run(Small.CGN);
      var networks = new Cgn().open(run);
      bench.stepping(
          () -> {
            float[] values = Small.latents(run).toFloatArray();
            float[] otherNoise = values.clone();
            otherNoise[0] += 1;
            float[] otherClass = values.clone();
            otherClass[6] = 0;
            otherClass[7] = 1;
            for (Network network : networks) {
              float[] made = first(run, network, values);
              assertThat(first(run, network, otherNoise)).isNotEqualTo(made);
              assertThat(first(run, network, otherClass)).isNotEqualTo(made);
            }
          });
    }
  }

  private static float[] first(Run run, Network network, float[] values) {
    NDArray z = run.scratch().create(values, new Shape(4, 10));
    return output(run, network, z, Mode.INFER).get(0).toFloatArray();
  }

  @Test
  void gradientsOfTexturesAgreeWithFiniteDifferences() {
    try (var bench = TestBench.open(3)) {
      var run = bench.run(Small.CGN);
      var networks = new Cgn().open(run);
      bench.stepping(
          () -> {
            NDArray z = run.scratch().create(TestBench.normal(20, 5), new Shape(2, 10));
            FiniteDifferences.check(
                run, z, 0.05, at -> scalar(networks.get(1), at, Mechanism.IMAGE));
          });
    }
  }

  /** A scalar with a different weight for each output. */
  private static NDArray scalar(Network network, NDArray z, String tap) {
    NDArray output = network.forward(Tensors.of("z", z), Mode.INFER).get(tap);
    int size = Math.toIntExact(output.size());
    return output.mul(z.getManager().create(TestBench.normal(size, 11), output.getShape())).mean();
  }

  @Test
  void theSeedDecidesTheWeights() {
    assertThat(weights(1)).isEqualTo(weights(1)).isNotEqualTo(weights(2));
  }

  private static List<String> weights(long seed) {
    try (var bench = TestBench.open(seed)) {
      return new Cgn()
          .open(bench.run(Small.CGN)).stream()
              .map(Small::weights)
              .map(HexFormat.of()::formatHex)
              .toList();
    }
  }

  @Test
  void anEdgeThatFourDoesNotDivideIsRefused() {
    assertThatThrownBy(() -> new CgnOptions(32, 10, 30, 8, 8, Start.NORMAL, 0.1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("size");
  }

  @Test
  void orthogonalWeightsHaveOrthogonalRowsOrColumnsOfTheGainsLength() {
    var random = new SplittableRandom(1);
    assertOrthogonal(new Orthogonal(0.5).draw(new Shape(3, 2, 2, 2), random), 3, 8, 8, 1);
    assertOrthogonal(new Orthogonal(0.5).draw(new Shape(7, 3), random), 3, 7, 1, 3);
  }

  /** {@code count} vectors of {@code length}, the k-th's i-th number at k·vector + i·element. */
  private static void assertOrthogonal(
      float[] values, int count, int length, int vector, int element) {
    for (int first = 0; first < count; first++) {
      for (int second = 0; second <= first; second++) {
        double product = 0;
        for (int i = 0; i < length; i++) {
          product += values[first * vector + i * element] * values[second * vector + i * element];
        }
        assertThat(product).isCloseTo(first == second ? 0.25 : 0, within(1e-6));
      }
    }
  }
}
