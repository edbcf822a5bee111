package dev.coffey.plugins.skdcgn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Tensors;
import dev.coffey.nn.block.BilinearUpsampling;
import dev.coffey.nn.block.Initial;
import dev.coffey.nn.block.Staged;
import dev.coffey.nn.test.FiniteDifferences;
import dev.coffey.nn.test.TestBench;
import org.junit.jupiter.api.Test;

class GBlockTest {
  private static final Shape MAPS = new Shape(3, 2, 2);
  private static final Shape VECTORS = new Shape(2);

  @Test
  void itsParametersAreThoseOfNormalisationsAndSeparableConvolutions() {
    try (var bench = TestBench.open(1)) {
      var network = bench.run().build("student", new GBlock(3, 5), MAPS, VECTORS);

      long normalisations = 2 * (3 + 5) * (2 + 1);
      long depthwise = 9 * 3 + 3 + 9 * 5 + 5;
      long pointwise = 3 * 5 + 5 + 5 * 5 + 5 + 3 * 5 + 5;
      assertThat(network.parameters()).isEqualTo(normalisations + depthwise + pointwise);
      assertThat(network.taps().values()).containsExactly(new Shape(5, 4, 4), VECTORS);
    }
  }

  @Test
  void gradientsReachMapsAndVectors() {
    try (var bench = TestBench.open(1)) {
      var run = bench.run();
      var latents = new Latents(Small.LATENT, Small.CLASSES);
      var block =
          Staged.builder()
              .add(new FirstMaps(latents, 2, 3, 2))
              .add(new GBlock(3, 2))
              .add(mapsAndVectors -> new NDList(mapsAndVectors.head()))
              .tap("maps")
              .build();
      var network = run.build("student", block, latents.shape());
      bench.stepping(
          () ->
              FiniteDifferences.check(
                  run,
                  Small.latents(run, 1),
                  2e-2,
                  z -> mixed(network.forward(Tensors.of("x", z), Mode.INFER).get("maps"))));
    }
  }

  private static NDArray mixed(NDArray maps) {
    return maps.mul(maps.getManager().create(TestBench.normal(32, 7), maps.getShape())).sum();
  }

  @Test
  void upsamplingBeforeAPointwiseConvolutionIsUpsamplingBehindIt() {
    try (var bench = TestBench.open(1)) {
      var run = bench.run();
      var before = run.build("before", chain(new BilinearUpsampling(), pointwise()), MAPS);
      var behind = run.build("behind", chain(pointwise(), new BilinearUpsampling()), MAPS);
      bench.stepping(
          () -> {
            NDArray maps = run.scratch().create(TestBench.normal(24, 2), new Shape(2).addAll(MAPS));
            float[] expected = forward(before, maps);
            assertThat(forward(behind, maps)).containsExactly(expected, within(1e-5f));
          });
    }
  }

  private static float[] forward(Network network, NDArray maps) {
    return network.forward(Tensors.of("x", maps), Mode.INFER).get("maps").toFloatArray();
  }

  private static Block chain(Block... blocks) {
    var builder = Staged.builder();
    for (Block block : blocks) {
      builder.add(block);
    }
    return builder.tap("maps").build();
  }

  private static Block pointwise() {
    Block block = Conv2d.builder().setFilters(2).setKernelShape(new Shape(1, 1)).build();
    Initial counting =
        (shape, random) -> {
          float[] values = new float[Math.toIntExact(shape.size())];
          for (int i = 0; i < values.length; i++) {
            values[i] = i - 2.5f;
          }
          return values;
        };
    block.setInitializer(counting, Parameter.Type.WEIGHT);
    block.setInitializer(counting, Parameter.Type.BIAS);
    return block;
  }
}
