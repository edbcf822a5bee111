package dev.coffey.nn;

import static dev.coffey.nn.SmallNetworks.ROW;
import static dev.coffey.nn.SmallNetworks.linear;
import static dev.coffey.nn.SmallNetworks.loss;
import static dev.coffey.nn.SmallNetworks.withStatistics;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.nn.block.Dropout;
import dev.coffey.nn.block.Initial;
import dev.coffey.nn.block.Staged;
import dev.coffey.nn.optim.OptimizerOptions;
import dev.coffey.nn.optim.ScheduleOptions;
import dev.coffey.nn.test.TestBench;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckpointTest {
  static Stream<OptimizerOptions> optimizers() {
    return Stream.of(
        OptimizerOptions.sgd(0.05, 0.9).withWeightDecay(0.01),
        OptimizerOptions.sgd(0.05, 0.9).withNesterov(),
        OptimizerOptions.adam(0.01),
        OptimizerOptions.adamW(0.01, 0.1).withClipNorm(1));
  }

  /** A run with dropout, statistics, a shadow, a buffer and random numbers. */
  private static final class Trained implements AutoCloseable {
    private static final int STEPS_AN_EPOCH = 4;

    private final TestBench bench = TestBench.open(9);
    private final Run run = bench.run();
    private final Network student = run.build("student", block(), ROW);
    private final Network shadow = student.shadow();
    private final NDArray bank = run.buffer("bank", new Shape(2), Initial.normal(1));

    Trained(OptimizerOptions options) {
      bench.workspace().optimizer("student", options, ScheduleOptions.cosine(0.1));
      bench.workspace().stage("train", 3L * STEPS_AN_EPOCH);
    }

    private static Block block() {
      return Staged.builder()
          .add(withStatistics())
          .add(inputs -> new ai.djl.ndarray.NDList(inputs.get(1)))
          .add(new Dropout(0.3f))
          .add(Linear.builder().setUnits(2).build())
          .tap("logits")
          .build();
    }

    void epoch(int epoch) {
      for (int i = 0; i < STEPS_AN_EPOCH; i++) {
        bench.workspace().advance(epoch, (epoch - 1L) * STEPS_AN_EPOCH + i);
        bench.stepping(this::step);
      }
    }

    private void step() {
      float[] values = new float[24];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) run.random().nextGaussian();
      }
      NDArray x = run.scratch().create(values, new Shape(6, 4));
      double loss = run.update("student", () -> loss(student, x), student);
      shadow.follow(student, 0.9);
      bank.muli(0.5).addi(loss);
    }

    byte[] state() {
      return Bytes.of(bench.workspace());
    }

    @Override
    public void close() {
      bench.close();
    }
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void aRunResumedFromACheckpointEndsBitIdentical(OptimizerOptions options) throws IOException {
    try (var whole = new Trained(options);
        var resumed = new Trained(options)) {
      whole.epoch(1);
      byte[] checkpoint = whole.state();
      whole.epoch(2);
      whole.epoch(3);

      resumed.bench.workspace().load(Bytes.stream(checkpoint));
      resumed.epoch(2);
      resumed.epoch(3);

      assertThat(resumed.state()).isEqualTo(whole.state());
      assertThat(resumed.bench.workspace().progress())
          .isEqualTo(whole.bench.workspace().progress());
    }
  }

  @Test
  void aCheckpointOfAnotherRunOrADamagedOneIsRefused() {
    try (var trained = new Trained(OptimizerOptions.sgd(0.1, 0.9));
        TestBench other = TestBench.open(1)) {
      trained.epoch(1);
      byte[] checkpoint = trained.state();
      Workspace workspace = other.workspace();

      assertThatThrownBy(() -> workspace.load(Bytes.stream(checkpoint)))
          .isInstanceOf(IOException.class)
          .hasMessage("the checkpoint is from stage 'train', but the run is in 'test'");
      workspace.stage("train", 10);
      other.run().build("student", linear(), ROW);
      assertThatThrownBy(() -> workspace.load(Bytes.stream(checkpoint)))
          .hasMessage(
              "the checkpoint has the networks [student, student.shadow], but the run has"
                  + " [student]");
      assertThatThrownBy(() -> workspace.load(Bytes.stream(Arrays.copyOf(checkpoint, 20))))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("ends too early");
      assertThatThrownBy(() -> workspace.load(Bytes.stream(new byte[100])))
          .hasMessage("the stream does not hold a checkpoint of Coffey");
    }
  }

  @Test
  void stateOfAnotherOptimizerIsRefused() {
    try (var trained = new Trained(OptimizerOptions.sgd(0.1, 0.9));
        var other = new Trained(OptimizerOptions.adam(0.1))) {
      trained.epoch(1);

      assertThatThrownBy(() -> other.bench.workspace().load(Bytes.stream(trained.state())))
          .isInstanceOf(IOException.class)
          .hasMessage("the saved state is not that of the optimiser ADAM");
    }
  }

  @Test
  void buffersAreRestoredBeforeAndAfterTheyAreAskedFor() throws IOException {
    try (TestBench first = TestBench.open(1);
        TestBench second = TestBench.open(1)) {
      first.run().buffer("early", new Shape(2), Initial.normal(1)).addi(5);
      first.run().buffer("late", new Shape(3), Initial.normal(1)).addi(7);
      NDArray early = second.run().buffer("early", new Shape(2), Initial.normal(1));

      second.workspace().load(Bytes.stream(Bytes.of(first.workspace())));

      NDArray late = second.run().buffer("late", new Shape(3), Initial.normal(1));
      assertThat(early.toFloatArray())
          .isEqualTo(first.run().buffer("early", new Shape(2), Initial.he()).toFloatArray());
      assertThat(late.toFloatArray())
          .isEqualTo(first.run().buffer("late", new Shape(3), Initial.he()).toFloatArray());
    }
  }
}
