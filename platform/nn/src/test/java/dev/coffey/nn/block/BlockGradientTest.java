package dev.coffey.nn.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.nn.test.FiniteDifferences;
import dev.coffey.nn.test.TestBench;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BlockGradientTest {
  private static final Shape IMAGE = new Shape(2, 4, 3);

  private final TestBench bench = TestBench.open(8);
  private final Run run = bench.run();

  @AfterEach
  void close() {
    bench.close();
  }

  static Stream<Named<Supplier<Block>>> blocks() {
    return Stream.of(
        Named.of("BatchNormalization", BatchNormalization::new),
        Named.of("InstanceNormalization", InstanceNormalization::new),
        Named.of("NearestUpsampling", NearestUpsampling::new),
        Named.of("BilinearUpsampling", BilinearUpsampling::new),
        Named.of(
            "Normalize",
            () -> new Normalize(new DataSpec(IMAGE, 2, List.of(0.1f, 0.4f), List.of(0.5f, 2f)))),
        Named.of(
            "Normalize by one",
            () -> new Normalize(new DataSpec(IMAGE, 2, List.of(0.1f), List.of(0.5f)))),
        Named.of("Residual with identity", () -> new Residual(convolution(2))),
        Named.of("Residual with projection", () -> new Residual(convolution(3), convolution(3))),
        Named.of("Residual sum", () -> Residual.sum(convolution(3), convolution(3))),
        Named.of("Dropout", () -> new Dropout(0)),
        Named.of(
            "Staged",
            () ->
                Staged.builder()
                    .add(convolution(3))
                    .add(new BatchNormalization())
                    .add(Activation::tanh)
                    .tap("stage1")
                    .apply(x -> x.mul(2))
                    .tap("output")
                    .build()));
  }

  private static Block convolution(int filters) {
    return Conv2d.builder()
        .setKernelShape(new Shape(3, 3))
        .setFilters(filters)
        .optPadding(new Shape(1, 1))
        .build();
  }

  /** A scalar with a different weight for each output. */
  private static NDArray scalar(Network network, NDArray x, Mode mode) {
    NDArray output = network.forward(Tensors.of("x", x), mode).get("output");
    long size = output.size();
    NDArray weights =
        x.getManager().create(TestBench.normal(Math.toIntExact(size), 11), output.getShape());
    return output.square().add(output).mul(weights).sum();
  }

  private NDArray images() {
    return run.scratch().create(TestBench.normal(3 * 24, 12), new Shape(3).addAll(IMAGE));
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void gradientsInInferenceEqualFiniteDifferences(Supplier<Block> block) {
    Network network = run.build("student", block.get(), IMAGE);
    bench.stepping(
        () -> {
          NDArray x = images();
          moveStatistics(network, x);
          FiniteDifferences.check(run, x, 1e-2, at -> scalar(network, at, Mode.INFER));
        });
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void gradientsInTrainingEqualFiniteDifferences(Supplier<Block> block) {
    Network network = run.build("student", block.get(), IMAGE);
    bench.stepping(
        () -> FiniteDifferences.check(run, images(), 2e-2, at -> scalar(network, at, Mode.TRAIN)));
  }

  @Test
  void aWrongGradientIsFound() {
    bench.stepping(
        () ->
            assertThatThrownBy(
                    () ->
                        FiniteDifferences.check(
                            run, images(), 1e-2, x -> x.square().add(x.stopGradient()).sum()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("finite differences give"));
  }

  @Test
  void shapesThatBlocksPromiseAreThoseTheyGive() {
    blocks()
        .forEach(
            named -> {
              try (TestBench fresh = TestBench.open(1)) {
                Network network = fresh.run().build("n", named.getPayload().get(), IMAGE);
                fresh.stepping(
                    () -> {
                      NDArray x = fresh.run().scratch().ones(new Shape(3).addAll(IMAGE));
                      Tensors outputs = network.forward(Tensors.of("x", x), Mode.INFER);
                      network
                          .taps()
                          .forEach(
                              (tap, shape) ->
                                  assertThat(outputs.get(tap).getShape())
                                      .as("%s of %s", tap, named.getName())
                                      .isEqualTo(new Shape(3).addAll(shape)));
                    });
              }
            });
  }

  private void moveStatistics(Network network, NDArray x) {
    if (network.parameters() > 0) {
      run.update("student", () -> scalar(network, x, Mode.TRAIN).mul(1e-4), network);
    }
  }
}
