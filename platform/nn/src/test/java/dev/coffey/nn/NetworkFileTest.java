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

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.nn.block.Staged;
import dev.coffey.nn.test.TestBench;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Networks as bytes: what is saved, loaded, refused. */
class NetworkFileTest {
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
}
