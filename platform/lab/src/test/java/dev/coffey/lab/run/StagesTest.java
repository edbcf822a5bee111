package dev.coffey.lab.run;

import static dev.coffey.lab.run.TwoStages.MADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.coffey.api.Composer;
import dev.coffey.api.Method;
import dev.coffey.api.Run;
import dev.coffey.kernel.config.InvalidInput;
import dev.coffey.lab.result.StageFacts;
import dev.coffey.lab.run.TwoStages.Making;
import dev.coffey.lab.run.TwoStages.Numbered;
import dev.coffey.lab.run.TwoStages.PullingUp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagesTest {
  private @TempDir Path root;
  private TwoStages stages;

  @BeforeEach
  void open() {
    stages = new TwoStages(root);
  }

  private static final class Failing implements Method {
    @Override
    public boolean needsData() {
      return false;
    }

    @Override
    public Procedure open(Run run) {
      return batch -> {
        throw new IllegalStateException("out of ideas");
      };
    }
  }

  /** Samples are numbers drawn at random. */
  private static final class Drawing implements Composer {
    @Override
    public Mixer open(Run run) {
      return batch -> {
        NDArray index = batch.get("index");
        int count = Math.toIntExact(index.size());
        float[] drawn = new float[2 * count];
        for (int i = 0; i < drawn.length; i++) {
          drawn[i] = run.random().nextFloat();
        }
        return batch
            .with("x", run.scratch().create(drawn, new Shape(count, 1, 1, 2)))
            .with("y", index.toType(DataType.INT32, true));
      };
    }
  }

  @Test
  void aLaterStageMakesSamplesWithTheNetworksOfAnEarlierOneAndAMethodTrainsOnThem()
      throws IOException {
    List<EndedRun> runs = stages.run(Making.with(new PullingUp()));

    assertThat(runs).allMatch(run -> run.record().finished());
    assertThat(stages.seen()).hasSize(MADE);
    float origin = stages.seen().stream().map(row -> row[0]).min(Float::compare).orElseThrow();
    assertThat(origin).isBetween(0.9f, 1.1f);
    for (int sample = 0; sample < MADE; sample++) {
      float[] expected = {
        origin + sample, stages.seen().get(0)[1] - stages.seen().get(0)[0] + origin + sample
      };
      int label = sample % 2;
      assertThat(stages.seen())
          .anyMatch(
              row ->
                  Math.abs(row[0] - expected[0]) < 1e-5
                      && Math.abs(row[1] - expected[1]) < 1e-5
                      && row[2] == label);
    }
  }

  @Test
  void mixedBatchesHaveTheShareThatIsAskedFor() throws IOException {
    stages.run(Making.with(new PullingUp()).mixed(0.5));

    // a batch of two has one sample of each; an epoch is a pass over the dataset's four
    assertThat(stages.seen()).hasSize(8);
    assertThat(stages.seen().stream().filter(row -> row[0] == 0)).hasSize(4);
  }

  @Test
  void whatIsMadeIsNotMadeAgainAndIsToldOf() throws IOException {
    stages.run(Making.with(new PullingUp()));
    stages.events().clear();
    Making again = Making.with(new PullingUp()).mixed(0.5); // other runs, the same stages
    var execution = stages.execution(again);
    execution.execute();

    assertThat(stages.events()).noneMatch(event -> event.run().startsWith("pool"));
    assertThat(execution.stageFacts())
        .extracting(StageFacts::name, StageFacts::made, stage -> stage.cost().parameters())
        .containsExactly(tuple("maker", "g", 4L), tuple("pool", "7 samples", 0L));
  }

  @Test
  void damagedSamplesAreMadeAgain() throws IOException {
    stages.run(Making.with(new PullingUp()));
    Path file = stages.pools().get(0);
    byte[] bytes = Files.readAllBytes(file);
    byte[] damaged = bytes.clone();
    damaged[5] ^= 1;
    Files.write(file, damaged);

    stages.run(Making.with(new PullingUp()).mixed(0.5));

    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
  }

  @Test
  void whatNeedsAStageThatFailedFailsWithItsReason() throws IOException {
    List<EndedRun> runs = stages.run(Making.with(new Failing()));

    assertThat(runs)
        .extracting(run -> run.record().failure())
        .containsExactly("stage maker failed: out of ideas");
  }

  @Test
  void samplesOfAnotherShapeThanTheDatasAreRefusedBeforeAnythingIsTrained() {
    Making making = Making.with(new PullingUp()).composed(new Numbered(1), "pool");

    assertThatThrownBy(() -> stages.run(making))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("its composers must make x with 2 samples of shape (1, 1, 2)");
    assertThat(stages.events()).isEmpty();
  }

  @Test
  void aTrainedStageOfAnotherNameIsAnotherOne() throws IOException {
    stages.run(Making.with(new PullingUp()));
    stages.run(Making.with(new PullingUp()).maker("other"));

    assertThat(stages.pools()).hasSize(2);
  }

  @Test
  void poolsAreMadeFromTheSameRandomNumbersWhateverTheirName() throws IOException {
    var elsewhere = new TwoStages(root.resolve("elsewhere"));
    stages.run(Making.with(new PullingUp()).composed(new Drawing(), "first"));
    elsewhere.run(Making.with(new PullingUp()).composed(new Drawing(), "second"));

    assertThat(stages.pools().get(0)).hasSameBinaryContentAs(elsewhere.pools().get(0));
  }
}
