package dev.coffey.nn;

import static dev.coffey.nn.SmallNetworks.ROW;
import static dev.coffey.nn.SmallNetworks.linear;
import static dev.coffey.nn.SmallNetworks.logits;
import static dev.coffey.nn.SmallNetworks.loss;
import static dev.coffey.nn.SmallNetworks.rows;
import static dev.coffey.nn.SmallNetworks.weight;
import static dev.coffey.nn.SmallNetworks.withStatistics;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
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
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NetworkTest {
  private final TestBench bench = TestBench.open(3);
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
  void aNetworkReadsTheEntryItsInputIsNamedAfter() {
    var doubled = Staged.builder().input("z").apply(noise -> noise.mul(2)).tap("image").build();
    Network network = run.build("generator", doubled, new Shape(2));

    assertThat(network.inputs()).containsExactly(Map.entry("z", new Shape(2)));
    bench.stepping(
        () -> {
          NDArray pixels = run.scratch().zeros(new Shape(1, 3));
          NDArray noise = run.scratch().create(new float[] {1, 3}, new Shape(1, 2));
          Tensors in = Tensors.of("x", pixels).with("z", noise);
          assertThat(network.forward(in, Mode.INFER).get("image").toFloatArray())
              .containsExactly(2, 6);
          assertThatThrownBy(() -> network.forward(Tensors.of("x", pixels), Mode.INFER))
              .hasMessage("there is no tensor 'z'; there are [x]");
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
