package dev.coffey.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Tensors;
import dev.coffey.nn.block.BatchNormalization;
import dev.coffey.nn.block.Dropout;
import dev.coffey.nn.block.Normalize;
import dev.coffey.nn.block.Residual;
import dev.coffey.nn.block.Staged;
import dev.coffey.nn.engine.ClassPathEngine;
import dev.coffey.nn.model.NetworkFile;
import dev.coffey.nn.model.UnfitFile;
import dev.coffey.nn.onnx.CannotExport;
import dev.coffey.nn.test.TestBench;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What is exported computes the same in ONNX Runtime, and comes back as a network of the run. */
class OnnxRoundTripTest {
  private static final Shape IMAGE = new Shape(2, 8, 8);
  private static final DataSpec DATA =
      new DataSpec(IMAGE, 3, List.of(0.3f, 0.5f), List.of(0.2f, 0.7f));

  private final TestBench bench = TestBench.open(5, DATA);
  private @TempDir Path folder;

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aConvolutionalNetworkComputesTheSame() throws IOException {
    requireSame(
        Staged.builder()
            .add(new Normalize(DATA))
            .add(convolution(4, 3, 2, true))
            .add(Activation::relu)
            .apply(x -> Pool.maxPool2d(x, new Shape(2, 2), new Shape(2, 2), new Shape(1, 1), false))
            .tap("stage1")
            .add(convolution(5, 3, 1, false))
            .add(new BatchNormalization())
            .apply(x -> Activation.leakyRelu(x, 0.1f))
            .apply(
                x ->
                    Pool.avgPool2d(
                        x, new Shape(2, 2), new Shape(1, 1), new Shape(0, 0), false, true))
            .add(Blocks.batchFlattenBlock())
            .tap("feature")
            .add(new Dropout(0.5f))
            .add(Linear.builder().setUnits(3).build())
            .tap("logits")
            .build());
  }

  @Test
  void aResidualNetworkComputesTheSame() throws IOException {
    var main = new SequentialBlock().add(convolution(4, 3, 1, false)).add(new BatchNormalization());
    requireSame(
        Staged.builder()
            .add(convolution(4, 3, 1, false))
            .add(new Residual(main))
            .apply(Pool::globalAvgPool2d)
            .tap("feature")
            .add(Linear.builder().setUnits(3).optBias(false).build())
            .apply(x -> x.softmax(1))
            .tap("probabilities")
            .build());
  }

  /** Means over two axes at once are MXNet's alone. */
  @DisabledIfSystemProperty(named = "coffey.test.engine", matches = "pytorch")
  @Test
  void arithmeticOfLambdasIsSeenThrough() throws IOException {
    requireSame(
        Staged.builder()
            .apply(x -> x.mul(2).sub(x.abs().add(1).sqrt()).div(3))
            .add(BatchNorm.builder().build())
            .apply(x -> x.mean(new int[] {2, 3}, true).add(x.max(new int[] {2}, true)))
            .apply(x -> x.reshape(x.getShape().get(0), -1).tanh())
            .tap("logits")
            .build());
  }

  @Test
  void anOperationWithoutAFormIsNamed() {
    assertRefused(Staged.builder().apply(x -> x.sort(1)).tap("logits").build(), "'sort'");
    assertRefused(
        Staged.builder().apply(x -> x.max().getFloat() > 0 ? x : x.neg()).tap("logits").build(),
        "no form");
    assertRefused(
        Staged.builder().apply(x -> x.getManager().ones(IMAGE).add(x)).tap("logits").build(),
        "reads the values");
    assertRefused(
        Staged.builder().apply(x -> x.sub(x.mean(new int[] {0}, true))).tap("logits").build(),
        "mixes the samples");
  }

  @Test
  void aNetworkFromAFilePassesNoGradients() throws IOException {
    Network origin = export(Staged.builder().add(Blocks.batchFlattenBlock()).tap("logits").build());
    Network teacher = open(origin);
    assertThatThrownBy(
            () ->
                bench.step(
                    () ->
                        bench
                            .run()
                            .gradient(
                                images(2),
                                x ->
                                    teacher
                                        .forward(Tensors.of("x", x), Mode.INFER)
                                        .get("logits")
                                        .sum())))
        .hasMessageContaining(
            "'teacher' comes from the file 'student.onnx' and passes no gradients");
  }

  @Test
  void aNetworkFromAFileTeachesInsideAnUpdate() throws IOException {
    Network student =
        export(
            Staged.builder()
                .add(Blocks.batchFlattenBlock())
                .add(Linear.builder().setUnits(3).build())
                .tap("logits")
                .build());
    Network teacher = open(student);
    bench.stepping(
        () -> {
          Tensors x = Tensors.of("x", images(4));
          double loss =
              bench
                  .run()
                  .update(
                      "student",
                      () -> {
                        NDArray wanted =
                            bench.run().infer(() -> teacher.forward(x, Mode.INFER).get("logits"));
                        NDArray given = student.forward(x, Mode.TRAIN).get("logits");
                        return given.sub(wanted.add(1)).square().mean();
                      },
                      student);
          assertThat(loss).isCloseTo(1, Offset.offset(1e-4));
        });
  }

  @Test
  void aFileThatDoesNotFitIsRefused() throws IOException {
    Network origin =
        export(
            Staged.builder()
                .add(convolution(3, 3, 1, true))
                .add(Blocks.batchFlattenBlock())
                .tap("logits")
                .build());
    assertUnfit(
        file(Optional.of(new Shape(1, 28, 28)), "logits"), UnfitFile.Part.INPUT, "(1, 28, 28)");
    assertUnfit(file(Optional.of(new Shape(8, 8, 2)), "logits"), UnfitFile.Part.INPUT, "(8, 8, 2)");
    assertUnfit(
        file(Optional.empty(), "feature", "logits"), UnfitFile.Part.OUTPUTS, "has 1 outputs");
    Path path = folder.resolve(origin.role() + ".onnx");
    byte[] whole = Files.readAllBytes(path);
    Files.write(path, java.util.Arrays.copyOf(whole, whole.length / 2));
    assertUnfit(file(Optional.empty(), "logits"), UnfitFile.Part.FILE, "cannot be read");
  }

  private void assertUnfit(NetworkFile file, UnfitFile.Part part, String words) {
    assertThatThrownBy(
            () -> bench.workspace().open("teacher", file, new ClassPathEngine("onnxruntime")))
        .isInstanceOfSatisfying(UnfitFile.class, unfit -> assertThat(unfit.part()).isEqualTo(part))
        .hasMessageContaining("'student.onnx'")
        .hasMessageContaining(words);
  }

  private void assertRefused(Block block, String words) {
    Network network = bench.run().build("refused-" + System.nanoTime(), block, IMAGE);
    assertThatThrownBy(() -> bench.workspace().exportOnnx(network, new ByteArrayOutputStream()))
        .isInstanceOf(CannotExport.class)
        .hasMessageContaining(words);
  }

  private void requireSame(Block block) throws IOException {
    Network origin = export(block);
    Network copy = open(origin);
    assertThat(copy.taps()).isEqualTo(origin.taps());
    for (int batch : new int[] {1, 5}) {
      bench.stepping(
          () -> {
            Tensors x = Tensors.of("x", images(batch));
            Tensors expected = origin.forward(x, Mode.INFER);
            Tensors actual = copy.forward(x, Mode.INFER);
            expected.names().forEach(name -> assertClose(expected.get(name), actual.get(name)));
          });
    }
  }

  private static void assertClose(NDArray expected, NDArray actual) {
    assertThat(actual.getShape()).isEqualTo(expected.getShape());
    assertThat(actual.toFloatArray())
        .containsExactly(expected.toFloatArray(), Offset.offset(1e-5f));
  }

  private Network export(Block block) throws IOException {
    Network network = bench.run().build("student", block, IMAGE);
    disturbStatistics(network);
    try (var out = Files.newOutputStream(folder.resolve("student.onnx"))) {
      bench.workspace().exportOnnx(network, out);
    }
    return network;
  }

  /** A step moves running statistics away from 0 and 1, which would hide mistakes. */
  private void disturbStatistics(Network network) {
    if (network.parameters() > 0) {
      bench.stepping(
          () ->
              bench
                  .run()
                  .update(
                      "student",
                      () -> {
                        Tensors out = network.forward(Tensors.of("x", images(6)), Mode.TRAIN);
                        NDList all = new NDList();
                        out.names().forEach(name -> all.add(out.get(name)));
                        return all.get(all.size() - 1).square().mean().mul(0.01);
                      },
                      network));
    }
  }

  private Network open(Network origin) {
    NetworkFile file = file(Optional.empty(), origin.taps().keySet().toArray(String[]::new));
    return bench.workspace().open("teacher", file, new ClassPathEngine("onnxruntime"));
  }

  private NetworkFile file(Optional<Shape> input, String... outputs) {
    return NetworkFile.ofSamples(folder.resolve("student.onnx"), input, List.of(outputs));
  }

  private NDArray images(int count) {
    Shape shape = new Shape(count).addAll(IMAGE);
    return bench.run().scratch().create(TestBench.normal((int) shape.size(), count), shape);
  }

  private static Block convolution(int filters, int kernel, int stride, boolean bias) {
    return Conv2d.builder()
        .setFilters(filters)
        .setKernelShape(new Shape(kernel, kernel))
        .optStride(new Shape(stride, stride))
        .optPadding(new Shape(kernel / 2, kernel / 2))
        .optBias(bias)
        .build();
  }
}
