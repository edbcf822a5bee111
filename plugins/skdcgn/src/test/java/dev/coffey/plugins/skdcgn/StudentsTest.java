package dev.coffey.plugins.skdcgn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.nn.test.FiniteDifferences;
import dev.coffey.nn.test.TestBench;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StudentsTest {
  private static final TinyCgnOptions TINY =
      new TinyCgnOptions(32, 10, 32, 16, 64, Optional.empty(), 1, Small.ALL);

  @Test
  void tinyCgnHasTheSpecifiedSizes() {
    try (var bench = TestBench.open(1)) {
      var networks = new TinyCgn().open(bench.run(TINY));

      assertThat(networks)
          .extracting(Network::role)
          .containsExactly("student", "student.texture", "student.background");
      assertThat(networks)
          .extracting(Network::parameters)
          .containsExactly(65_121L, 65_411L, 65_411L);
      assertThat(networks).allSatisfy(network -> assertThat(network.inputs()).isEqualTo(z(42)));
      assertThat(networks.get(0).taps()).isEqualTo(Map.of("mask", new Shape(1, 32, 32)));
      assertThat(networks.get(1).taps()).isEqualTo(Map.of("image", new Shape(3, 32, 32)));
      assertThat(networks.get(2).taps()).isEqualTo(Map.of("image", new Shape(3, 32, 32)));
    }
  }

  @Test
  void texturesMayBeNarrowerThanShapes() {
    var narrow = new TinyCgnOptions(32, 10, 32, 16, 64, Optional.of(32), 1, Small.ALL);
    var all = new TinyCgnOptions(32, 10, 32, 16, 32, Optional.empty(), 1, Small.ALL);
    try (var bench = TestBench.open(1);
        var other = TestBench.open(1)) {
      var networks = new TinyCgn().open(bench.run(narrow));
      var small = new TinyCgn().open(other.run(all));

      assertThat(networks.get(0).parameters()).isEqualTo(65_121);
      assertThat(networks.subList(1, 3))
          .extracting(Network::parameters)
          .containsExactly(small.get(1).parameters(), small.get(2).parameters());
      assertThat(small.get(1).parameters()).isLessThan(65_411 / 2);
    }
  }

  @Test
  void subPixelsTakeThePlaceOfTheLastDoubling() {
    var options = new TinyCgnOptions(32, 10, 32, 16, 32, Optional.of(16), 2, Small.ALL);
    try (var bench = TestBench.open(1)) {
      var networks = new TinyCgn().open(bench.run(options));

      long start = 32 * 16 * 16 + 10 * 16;
      long affine = 16 * 2 * (16 + 16 + 16 + 8);
      long first = 64 * (9 * 16 + 16 * 16 + 9 * 16 + 16 * 16) + 16 * 16 * 16;
      long second = 256 * (9 * 16 + 16 * 8 + 9 * 8 + 8 * 8) + 64 * 16 * 8;
      long head = 256 * 9 * 8 * 3 * 4;
      assertThat(networks.get(1).multiplyAdds()).isEqualTo(start + affine + first + second + head);
      assertThat(networks.get(0).taps()).isEqualTo(Map.of("mask", new Shape(1, 32, 32)));
      assertThat(networks.get(1).taps()).isEqualTo(Map.of("image", new Shape(3, 32, 32)));
    }
  }

  private static Map<String, Shape> z(long width) {
    return Map.of("z", new Shape(width));
  }

  @Test
  void multiplyAddsAreThoseOfConvolutionsAndDenseLayers() {
    try (var bench = TestBench.open(1)) {
      Network images = new TinyCgn().open(bench.run(TINY)).get(1);

      long start = 32 * 1024 + 10 * 16;
      long affine = 16 * 2 * (64 + 64 + 64 + 32 + 32 + 16);
      // depthwise and pointwise, twice each, and the shortcut in front of the upsampling
      long first = 64 * (9 * 64 + 64 * 64 + 9 * 64 + 64 * 64) + 16 * 64 * 64;
      long second = 256 * (9 * 64 + 64 * 32 + 9 * 32 + 32 * 32) + 64 * 64 * 32;
      long third = 1024 * (9 * 32 + 32 * 16 + 9 * 16 + 16 * 16) + 256 * 32 * 16;
      long head = 1024 * 9 * 16 * 3;
      assertThat(images.multiplyAdds())
          .isEqualTo(start + affine + first + second + third + head)
          .isEqualTo(3_646_112);
    }
  }

  @Test
  void tinyGanHasThePublishedSizes() {
    assertThat(parameters(42, 64)).isEqualTo(2_101_955);
    assertThat(parameters(128, 128)).isEqualTo(3_070_659);
    assertThat(parameters(128, 256)).isEqualTo(6_240_963);
  }

  @Test
  void multiplyAddsOfTinyGanAt256Pixels() {
    try (var bench = TestBench.open(1)) {
      var options = new TinyGanOptions(128, 1000, 256, 128, 32, List.of(Mechanism.TEXTURE));
      Network images = new TinyGan().open(bench.run(options)).get(0);

      int[] widths = {512, 512, 256, 128, 64, 32};
      long expected = 128 * 512 * 64 + 1000 * 128 + 256 * 256 * 9 * 32 * 3;
      for (int i = 1; i < widths.length; i++) {
        long from = widths[i - 1];
        long to = widths[i];
        long pixels = 64L << (2 * i);
        long convolutions = 9 * from + from * to + 9 * to + to * to;
        long shortcut = pixels / 4 * from * to;
        long affine = 128 * 2 * (from + to);
        expected += pixels * convolutions + shortcut + affine;
      }
      assertThat(images.multiplyAdds()).isEqualTo(expected).isEqualTo(1_260_622_848L);
    }
  }

  private static long parameters(int latent, int size) {
    try (var bench = TestBench.open(1)) {
      var options = new TinyGanOptions(latent, 1000, size, 128, 32, List.of(Mechanism.TEXTURE));
      Network network = new TinyGan().open(bench.run(options)).get(0);
      assertThat(network.taps()).isEqualTo(Map.of("image", new Shape(3, size, size)));
      return network.parameters();
    }
  }

  @Test
  void tinyGanDoublesFiveTimes() {
    try (var bench = TestBench.open(1)) {
      var options = new TinyGanOptions(Small.LATENT, Small.CLASSES, 32, 3, 1, Small.ALL);
      var run = bench.run(options);
      Network masks = new TinyGan().open(run).get(0);

      bench.stepping(
          () ->
              assertThat(output(run, masks, Small.latents(run, 2), Mode.INFER).getShape())
                  .isEqualTo(new Shape(2, 1, 32, 32)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void masksAndImagesStayInTheirRanges(Mode mode) {
    try (var bench = TestBench.open(1)) {
      var run = bench.run(Small.STUDENT);
      var networks = new TinyCgn().open(run);
      bench.stepping(
          () -> {
            NDArray z = Small.latents(run, 5).mul(30);
            assertBetween(output(run, networks.get(0), z, mode), 1e-4f, 0.9999f);
            assertBetween(output(run, networks.get(1), z, mode), 0, 1);
            assertBetween(output(run, networks.get(2), z, mode), 0, 1);
          });
    }
  }

  private static NDArray output(Run run, Network network, NDArray z, Mode mode) {
    return run.infer(() -> made(network, z, mode));
  }

  private static NDArray made(Network network, NDArray z, Mode mode) {
    String tap = network.taps().keySet().iterator().next();
    return network.forward(Tensors.of("z", z), mode).get(tap);
  }

  private static void assertBetween(NDArray values, float least, float most) {
    assertThat(values.min().getFloat()).isGreaterThanOrEqualTo(least);
    assertThat(values.max().getFloat()).isLessThanOrEqualTo(most);
    assertThat(values.max().sub(values.min()).getFloat()).isGreaterThan(0.01f);
  }

  @Test
  void noiseAndClassBothDecideWhatIsMade() {
    try (var bench = TestBench.open(1)) {
      var run = bench.run(Small.STUDENT);
      var networks = new TinyCgn().open(run);
      bench.stepping(
          () -> {
            // samples 0 and 3 are of one class
            NDArray z = run.scratch().zeros(new Shape(4, Small.LATENT + Small.CLASSES));
            NDArray labels = Small.latents(run, 4).get(":, " + Small.LATENT + ":");
            NDArray same = z.get(":, :" + Small.LATENT).concat(labels, 1);
            NDArray noisy = Small.latents(run, 4);
            for (Network network : networks) {
              NDArray quiet = output(run, network, same, Mode.INFER);
              assertThat(quiet.get(0).toFloatArray())
                  .containsExactly(quiet.get(3).toFloatArray(), within(1e-6f))
                  .isNotEqualTo(quiet.get(1).toFloatArray());
              NDArray loud = output(run, network, noisy, Mode.INFER);
              assertThat(loud.get(0).toFloatArray()).isNotEqualTo(loud.get(3).toFloatArray());
            }
          });
    }
  }

  @Test
  void gradientsReachTheLatents() {
    try (var bench = TestBench.open(1)) {
      var run = bench.run(Small.STUDENT);
      var networks = new TinyCgn().open(run);
      bench.stepping(
          () ->
              networks.forEach(
                  network ->
                      FiniteDifferences.check(
                          run,
                          Small.latents(run, 1),
                          0.1,
                          z -> {
                            NDArray output = made(network, z, Mode.INFER);
                            NDArray weights =
                                z.getManager()
                                    .create(
                                        TestBench.normal(Math.toIntExact(output.size()), 3),
                                        output.getShape());
                            return output.mul(weights).sum();
                          })));
    }
  }

  @Test
  void theSeedDecidesTheWeightsAndWhatIsSavedCanBeLoaded() throws IOException {
    byte[] saved = weights(1);
    assertThat(weights(1)).isEqualTo(saved);
    assertThat(weights(2)).isNotEqualTo(saved);
    try (var bench = TestBench.open(2)) {
      Network network = new TinyCgn().open(bench.run(Small.STUDENT)).get(0);
      network.load(new ByteArrayInputStream(saved));
      assertThat(bytes(network)).isEqualTo(saved);
    }
  }

  private static byte[] weights(long seed) {
    try (var bench = TestBench.open(seed)) {
      return bytes(new TinyCgn().open(bench.run(Small.STUDENT)).get(0));
    }
  }

  private static byte[] bytes(Network network) {
    var out = new ByteArrayOutputStream();
    try {
      network.save(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  @Test
  void theyDontLookAtTheRunsData() {
    try (var bench = TestBench.open(1, DataSpec.of(new Shape(3, 28, 28), 7))) {
      var networks = new TinyCgn().open(bench.run(Small.student(List.of(Mechanism.BACKGROUND))));

      assertThat(networks).extracting(Network::role).containsExactly("student");
      assertThat(networks.get(0).inputs()).isEqualTo(z(7));
    }
  }

  @Test
  void sizesThatCantBeMadeAreRefused() {
    assertThatThrownBy(() -> new TinyCgnOptions(32, 10, 24, 16, 64, Optional.empty(), 1, Small.ALL))
        .hasMessage("size must be 8, 16, 32, 64, …, but is 24");
    assertThatThrownBy(() -> new TinyCgnOptions(32, 10, 32, 16, 6, Optional.empty(), 1, Small.ALL))
        .hasMessage("width must be divisible by 4 for 3 doublings from 4 pixels, but is 6");
    assertThatThrownBy(() -> new TinyCgnOptions(32, 10, 32, 16, 64, Optional.of(10), 1, Small.ALL))
        .hasMessage(
            "texture-width must be divisible by 4 for 3 doublings from 4 pixels, but is 10");
    assertThatThrownBy(() -> new TinyCgnOptions(32, 10, 32, 16, 64, Optional.empty(), 3, Small.ALL))
        .hasMessage(
            "sub-pixels must be a power of two, at most 4 for images of 32 pixels, but is 3");
    assertThatThrownBy(() -> new TinyCgnOptions(32, 10, 32, 16, 64, Optional.empty(), 8, Small.ALL))
        .hasMessageEndingWith("but is 8");
    assertThatThrownBy(() -> new TinyGanOptions(32, 10, 48, 16, 4, Small.ALL))
        .hasMessage("size must be a multiple of 32, but is 48");
  }
}
