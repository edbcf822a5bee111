package dev.coffey.nn;

import static dev.coffey.nn.SmallNetworks.ROW;
import static dev.coffey.nn.SmallNetworks.linear;
import static dev.coffey.nn.SmallNetworks.logits;
import static dev.coffey.nn.SmallNetworks.loss;
import static dev.coffey.nn.SmallNetworks.rows;
import static dev.coffey.nn.SmallNetworks.withStatistics;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.initializer.NormalInitializer;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.ShapeMismatch;
import dev.coffey.api.Tensors;
import dev.coffey.nn.block.Residual;
import dev.coffey.nn.block.Staged;
import dev.coffey.nn.test.TestBench;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NetworkTest {
  private final TestBench bench = TestBench.mxnet(3);
  private final Run run = bench.run();

  @AfterEach
  void close() {
    bench.close();
  }

  private void train(Network network) {
    bench.stepping(
        () -> {
          NDArray x = rows(run);
          run.update("student", () -> loss(network, x), network);
        });
  }

  @Test
  void tapsAreNamedAndHaveShapesOfOneSample() {
    Network network = run.build("student", withStatistics(), ROW);

    assertThat(network.taps())
        .containsExactly(
            java.util.Map.entry("feature", new Shape(3)),
            java.util.Map.entry("logits", new Shape(2)));
    bench.stepping(
        () -> {
          Tensors outputs = network.forward(Tensors.of("x", rows(run)), Mode.INFER);
          assertThat(outputs.names()).containsExactly("feature", "logits");
          assertThat(outputs.get("feature").getShape()).isEqualTo(new Shape(6, 3));
        });
  }

  @Test
  void aBlockWithoutNamesHasOneTapCalledOutput() {
    Network network = run.build("head", Linear.builder().setUnits(5).build(), ROW);

    assertThat(network.taps()).containsOnlyKeys("output");
  }

  @Test
  void parametersAndMultiplyAddsOfLeNet5AreTheTextbooks() {
    var lenet =
        new SequentialBlock()
            .add(convolution(6, 2))
            .add(Activation::relu)
            .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
            .add(convolution(16, 0))
            .add(Activation::relu)
            .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
            .add(convolution(120, 0))
            .add(Blocks.batchFlattenBlock())
            .add(
                new SequentialBlock()
                    .add(Linear.builder().setUnits(84).build())
                    .add(Linear.builder().setUnits(10).build()));

    Network network = run.build("student", lenet, new Shape(1, 28, 28));

    assertThat(network.parameters()).isEqualTo(61706);
    assertThat(network.multiplyAdds())
        .isEqualTo(6 * 25 * 784 + 16 * 150 * 100 + 120 * 400 + 120 * 84 + 84 * 10);
    assertThat(network.freeze().parameters()).isEqualTo(61706);
  }

  @Test
  void multiplyAddsCountBothBranchesAndPositionsOfDenseLayers() {
    Network network =
        run.build(
            "student",
            new Residual(
                Linear.builder().setUnits(4).build(), Linear.builder().setUnits(4).build()),
            new Shape(3, 4));

    assertThat(network.multiplyAdds()).isEqualTo(2 * 3 * 16);
  }

  private static Conv2d convolution(int filters, int padding) {
    return Conv2d.builder()
        .setKernelShape(new Shape(5, 5))
        .setFilters(filters)
        .optPadding(new Shape(padding, padding))
        .build();
  }

  @Test
  void runningStatisticsAreNotParameters() {
    assertThat(run.build("student", withStatistics(), ROW).parameters())
        .isEqualTo(4 * 3 + 3 + 3 + 3 + 3 * 2 + 2);
  }

  @Test
  void severalInputsComeInTheOrderOfTheBatch() {
    var difference =
        new LambdaBlock(inputs -> new NDList(inputs.get(0).sub(inputs.get(1))), "difference");
    Network network = run.build("pair", difference, new Shape(2), new Shape(2));

    bench.stepping(
        () -> {
          NDArray left = run.scratch().create(new float[] {5, 6}, new Shape(1, 2));
          NDArray right = run.scratch().create(new float[] {1, 3}, new Shape(1, 2));
          Tensors in = Tensors.of("left", left).with("right", right);
          assertThat(network.forward(in, Mode.INFER).get("output").toFloatArray())
              .containsExactly(4, 3);
          assertThatThrownBy(() -> network.forward(Tensors.of("x", left), Mode.INFER))
              .hasMessage("network 'pair' has 2 inputs, but was given [x]");
        });
  }

  @Test
  void inputsOfTheWrongShapeAreRefused() {
    Network network = run.build("student", linear(), ROW);

    bench.stepping(
        () -> {
          NDArray images = run.scratch().zeros(new Shape(2, 1, 4));
          NDArray fives = run.scratch().zeros(new Shape(2, 5));
          assertThatThrownBy(() -> network.forward(Tensors.of("x", images), Mode.INFER))
              .isInstanceOf(ShapeMismatch.class)
              .hasMessage("network 'student' takes batches of (4), but was given (2, 1, 4)");
          assertThatThrownBy(() -> network.forward(Tensors.of("x", fives), Mode.INFER))
              .isInstanceOf(ShapeMismatch.class);
        });
  }

  @Test
  void outputsBelongToTheManagerOfTheInputInBothModes() {
    Network network = run.build("student", withStatistics(), ROW);

    bench.stepping(
        () -> {
          NDArray x = rows(run);
          int before = run.scratch().getManagedArrays().size();
          assertThat(logits(network, x, Mode.INFER).getManager()).isSameAs(x.getManager());
          assertThat(logits(network, x, Mode.TRAIN).getManager()).isSameAs(x.getManager());
          // two taps each and no intermediate results
          assertThat(run.scratch().getManagedArrays()).hasSize(before + 4);
        });
  }

  @Test
  void aShadowIsAFrozenCopyWithTheSameStatistics() {
    Network network = run.build("student", withStatistics(), ROW);
    train(network);

    Network shadow = network.shadow();

    assertThat(Bytes.of(shadow)).isEqualTo(Bytes.of(network));
    assertThat(shadow.role()).isEqualTo("student.shadow");
    assertThat(network.shadow().role()).isEqualTo("student.shadow-2");
    byte[] before = Bytes.of(shadow);
    train(network);
    assertThat(Bytes.of(shadow)).isEqualTo(before).isNotEqualTo(Bytes.of(network));
    assertThatThrownBy(() -> train(shadow)).hasMessageContaining("has no gradient");
  }

  @Test
  void aShadowMadeWhileRecordingGetsNoGradientBack() {
    Network network = run.build("student", linear(), ROW);
    byte[] before = Bytes.of(network);

    assertThatThrownBy(
            () ->
                bench.stepping(
                    () -> {
                      NDArray x = rows(run);
                      run.update("student", () -> loss(network.shadow(), x), network);
                    }))
        .hasMessageContaining("has no gradient");

    assertThat(Bytes.of(network)).isEqualTo(before);
  }

  @Test
  void followingWithoutKeepingCopiesWeightsAndStatistics() {
    Network network = run.build("student", withStatistics(), ROW);
    Network shadow = network.shadow();
    train(network);
    assertThat(Bytes.of(shadow)).isNotEqualTo(Bytes.of(network));

    shadow.follow(network, 0);

    assertThat(Bytes.of(shadow)).isEqualTo(Bytes.of(network));
  }

  @Test
  void followingIsAMovingAverage() {
    Network network = run.build("student", linear(), ROW);
    Network shadow = network.shadow();
    train(network);
    float[] old = weight(shadow).toFloatArray();
    float[] target = weight(network).toFloatArray();

    shadow.follow(network, 0.75);

    float[] moved = weight(shadow).toFloatArray();
    for (int i = 0; i < old.length; i++) {
      assertThat(moved[i]).isCloseTo(0.75f * old[i] + 0.25f * target[i], within(1e-6f));
    }
  }

  @Test
  void followingANetworkOfOtherShapesIsRefused() {
    Network network = run.build("student", linear(), ROW);
    Network other = run.build("other", withStatistics(), ROW);

    assertThatThrownBy(() -> network.follow(other, 0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'student' cannot follow 'other': their parameters differ");
    assertThatThrownBy(() -> network.follow(network, 1.5)).hasMessageContaining("1.5");
  }

  private static NDArray weight(Network network) {
    return ((BlockNetwork) network).weights().byName().get("01Linear_weight");
  }

  @Test
  void loadingRestoresWhatWasSavedIntoTheSameArrays() throws IOException {
    Network network = run.build("student", withStatistics(), ROW);
    NDArray array = weight(network);
    byte[] saved = Bytes.of(network);
    train(network);

    network.load(Bytes.stream(saved));

    assertThat(Bytes.of(network)).isEqualTo(saved);
    assertThat(weight(network)).isSameAs(array);
    train(network);
    assertThat(Bytes.of(network)).isNotEqualTo(saved);
  }

  @Test
  void loadingFromAStreamThatEndsEarlyOrWasChangedLeavesTheNetworkAlone() {
    Network network = run.build("student", withStatistics(), ROW);
    byte[] saved = Bytes.of(network);
    byte[] changed = saved.clone();
    changed[saved.length / 2] ^= 1;
    train(network);
    byte[] before = Bytes.of(network);

    for (int length : new int[] {0, 3, 40, saved.length - 1}) {
      assertThatThrownBy(() -> network.load(Bytes.stream(Arrays.copyOf(saved, length))))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("ends too early");
    }
    assertThatThrownBy(() -> network.load(Bytes.stream(changed))).isInstanceOf(IOException.class);

    assertThat(Bytes.of(network)).isEqualTo(before);
  }

  @Test
  void loadingAnotherNetworkIsRefused() {
    Network network = run.build("student", linear(), ROW);
    Network other = run.build("other", withStatistics(), ROW);
    Network wider = run.build("wider", linear(), new Shape(7));

    assertThatThrownBy(() -> network.load(Bytes.stream(Bytes.of(other))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("but 'student' has [01Linear_weight, 01Linear_bias]");
    assertThatThrownBy(() -> network.load(Bytes.stream(Bytes.of(wider))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("(2, 7)")
        .hasMessageContaining("(2, 4)");
  }

  @Test
  void severalNetworksFollowEachOtherInOneStream() throws IOException {
    Network first = run.build("first", linear(), ROW);
    Network second = run.build("second", withStatistics(), ROW);
    var out = new java.io.ByteArrayOutputStream();
    first.save(out);
    second.save(out);
    var in = Bytes.stream(out.toByteArray());

    first.load(in);
    second.load(in);

    assertThat(in.available()).isZero();
  }

  @Test
  void rolesAreUnique() {
    run.build("student", linear(), ROW);

    assertThatThrownBy(() -> run.build("student", linear(), ROW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is a network 'student' already");
    assertThatThrownBy(() -> run.network("techer"))
        .hasMessage("there is no network 'techer'; there are [student]");
  }

  @Test
  void anInitialiserThatDrawsFromTheEngineIsRefused() {
    var block = Linear.builder().setUnits(2).build();
    block.setInitializer(new NormalInitializer(0.1f), Parameter.Type.WEIGHT);

    assertThatThrownBy(() -> run.build("student", block, ROW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'weight' of 'student' has the initialiser NormalInitializer")
        .hasMessageContaining("Initial");
  }

  @Test
  void phasesRefuseWhatWouldBreakTheRecording() {
    Network network = run.build("student", linear(), ROW);

    bench.stepping(
        () -> {
          NDArray x = rows(run);
          assertThatThrownBy(
                  () ->
                      run.update(
                          "student",
                          () -> {
                            network.freeze();
                            return loss(network, x);
                          },
                          network))
              .hasMessageStartingWith("freeze of 'student' inside update of 'student'");
        });
  }

  @Test
  void weightsCanBeLoadedAfterInferenceHasReorderedThem() throws IOException {
    var image = new Shape(1, 28, 28);
    Network first = run.build("first", convolutions(), image).freeze();
    Network second = run.build("second", convolutions(), image).freeze();
    var saved = new ByteArrayOutputStream();
    first.save(saved);

    bench.stepping(
        () -> {
          NDArray x = run.scratch().create(TestBench.normal(64 * 784, 5), new Shape(64, 1, 28, 28));
          float[] wanted = logits(first, x, Mode.INFER).toFloatArray();
          logits(second, x, Mode.INFER).toFloatArray();
          load(second, saved.toByteArray());
          assertThat(logits(second, x, Mode.INFER).toFloatArray()).isEqualTo(wanted);
        });
  }

  private static void load(Network network, byte[] saved) {
    try {
      network.load(new ByteArrayInputStream(saved));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Wide enough for oneDNN to want its own layout. */
  private static Block convolutions() {
    return Staged.builder()
        .add(convolution(16))
        .add(convolution(32))
        .apply(x -> x.reshape(x.getShape().get(0), -1))
        .add(Linear.builder().setUnits(2).build())
        .tap("logits")
        .build();
  }

  private static Block convolution(int filters) {
    return Conv2d.builder().setFilters(filters).setKernelShape(new Shape(5, 5)).build();
  }

  @Test
  void aStagedBlockInsideAnotherIsOneOfItsBlocks() {
    Network network =
        run.build(
            "student",
            Staged.builder()
                .add(Staged.builder().add(Linear.builder().setUnits(3).build()).tap("in").build())
                .add(Linear.builder().setUnits(2).build())
                .tap("logits")
                .build(),
            ROW);

    assertThat(network.taps()).containsOnlyKeys("logits");
    assertThat(network.multiplyAdds()).isEqualTo(12 + 6);
  }
}
