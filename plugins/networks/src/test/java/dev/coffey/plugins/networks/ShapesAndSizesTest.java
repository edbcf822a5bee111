package dev.coffey.plugins.networks;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Network;
import dev.coffey.api.Student;
import dev.coffey.nn.test.TestBench;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes and shapes against numbers from the papers, or worked out by hand from them. */
class ShapesAndSizesTest {
  private static final DataSpec MNIST = DataSpec.of(new Shape(1, 28, 28), 10);
  private static final DataSpec CIFAR = DataSpec.of(new Shape(3, 32, 32), 10);

  @Test
  void leNetHasThePublishedSize() {
    built(
        LeNet5.FULL,
        MNIST,
        network -> {
          // 156 + 2,416 + 48,120 + 10,164 + 850
          assertThat(network.parameters()).isEqualTo(61_706);
          // 28²·25·6 + 10²·150·16 + 400·120 + 120·84 + 84·10
          assertThat(network.multiplyAdds()).isEqualTo(117_600 + 240_000 + 48_000 + 10_080 + 840);
        });
  }

  @Test
  void halfALeNetHasAboutAQuarterOfIt() {
    // 78 + 608 + 12,060 + 2,562 + 430
    built(LeNet5.HALF, MNIST, network -> assertThat(network.parameters()).isEqualTo(15_738));
  }

  @Test
  void leNetSeesTheSameMapsAt28And32Pixels() {
    for (int edge : List.of(28, 32)) {
      built(
          LeNet5.HALF,
          DataSpec.of(new Shape(1, edge, edge), 10),
          network ->
              assertThat(List.copyOf(network.taps().entrySet()))
                  .containsExactly(
                      Map.entry("stage1", new Shape(3, 14, 14)),
                      Map.entry("stage2", new Shape(8, 5, 5)),
                      Map.entry("feature", new Shape(60)),
                      Map.entry("logits", new Shape(10))));
    }
  }

  @Test
  void theDefaultMlpIsHintonsTeacher() {
    // 785·1,200 + 1,201·1,200 + 1,201·10
    built(
        new Mlp(),
        MNIST,
        network -> {
          assertThat(network.parameters()).isEqualTo(2_395_210);
          assertThat(List.copyOf(network.taps().entrySet()))
              .containsExactly(
                  Map.entry("stage1", new Shape(1200)),
                  Map.entry("feature", new Shape(1200)),
                  Map.entry("logits", new Shape(10)));
        },
        new MlpOptions(List.of(1200, 1200), 0));
  }

  @Test
  void anMlpWithoutHiddenLayersIsLinear() {
    built(
        new Mlp(),
        MNIST,
        network -> {
          assertThat(network.parameters()).isEqualTo(7_850);
          assertThat(network.taps()).containsEntry("feature", new Shape(784));
        },
        new MlpOptions(List.of(), 0));
  }

  /**
   * With option A (shortcuts without parameters) resnet-20 has 269,722 parameters, and a further
   * block in each stage 4,672 + 18,560 + 73,984 = 97,216; the two projections add 576 + 2,176.
   */
  @ParameterizedTest
  @CsvSource({"8, 78042", "14, 175258", "20, 272474", "32, 466906", "56, 855770", "110, 1730714"})
  void residualNetworksHaveThePublishedSizesPlusTheirProjections(int depth, long parameters) {
    built(
        new ResNetPreset(depth),
        CIFAR,
        network -> assertThat(network.parameters()).isEqualTo(parameters));
  }

  @Test
  void aResidualNetworkMultipliesAsOftenAsItsLayersSay() {
    // stem, three stages (projections included), dense layer
    built(
        new ResNetPreset(20),
        CIFAR,
        network ->
            assertThat(network.multiplyAdds())
                .isEqualTo(442_368 + 14_155_776 + 13_107_200 + 13_107_200 + 640));
  }

  /** Zagoruyko and Komodakis give some of them, rounded: 0.6 million for 40-1, 2.2 for 40-2. */
  @ParameterizedTest
  @CsvSource({"16, 1, 175066", "16, 2, 691674", "40, 1, 563930", "40, 2, 2243546"})
  void wideResidualNetworksHaveTheSizesOfTheirLayers(int depth, int widen, long parameters) {
    built(
        new WideResNetPreset(depth, widen),
        CIFAR,
        network -> assertThat(network.parameters()).isEqualTo(parameters));
  }

  @ParameterizedTest
  @CsvSource({"1, 28, 14, 7", "3, 32, 16, 8"})
  void residualStagesHalveTheResolution(int channels, int full, int half, int quarter) {
    var data = DataSpec.of(new Shape(channels, full, full), 10);

    built(
        new ResNetPreset(8),
        data,
        network ->
            assertThat(List.copyOf(network.taps().entrySet()))
                .containsExactly(
                    Map.entry("stage0", new Shape(16, full, full)),
                    Map.entry("stage1", new Shape(16, full, full)),
                    Map.entry("stage2", new Shape(32, half, half)),
                    Map.entry("stage3", new Shape(64, quarter, quarter)),
                    Map.entry("feature", new Shape(64)),
                    Map.entry("logits", new Shape(10))));
    built(
        new WideResNetPreset(16, 2),
        data,
        network ->
            assertThat(List.copyOf(network.taps().entrySet()))
                .containsExactly(
                    Map.entry("stage0", new Shape(16, full, full)),
                    Map.entry("stage1", new Shape(32, full, full)),
                    Map.entry("stage2", new Shape(64, half, half)),
                    Map.entry("stage3", new Shape(128, quarter, quarter)),
                    Map.entry("feature", new Shape(128)),
                    Map.entry("logits", new Shape(10))));
  }

  private static void built(
      Student student, DataSpec data, Consumer<Network> check, Record... options) {
    try (var bench = TestBench.open(1, data)) {
      check.accept(student.open(bench.run(options)).get(0));
    }
  }
}
