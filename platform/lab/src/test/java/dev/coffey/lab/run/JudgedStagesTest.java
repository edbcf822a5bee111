package dev.coffey.lab.run;

import static dev.coffey.lab.run.TwoStages.MADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Event;
import dev.coffey.api.Metric;
import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Teacher;
import dev.coffey.api.Tensors;
import dev.coffey.kernel.config.InvalidInput;
import dev.coffey.lab.experiment.TeacherPlan;
import dev.coffey.lab.run.TwoStages.Making;
import dev.coffey.lab.run.TwoStages.PullingUp;
import dev.coffey.nn.block.Staged;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgedStagesTest {
  private @TempDir Path root;
  private TwoStages stages;

  @BeforeEach
  void open() {
    stages = new TwoStages(root);
  }

  /** Looks at inputs; built as a teacher, whatever it is used for. */
  private static final class Looking implements Teacher {
    @Override
    public List<Network> open(Run run) {
      var block = Staged.builder().apply(x -> x.add(10)).tap("seen").build();
      return List.of(run.build("teacher", block, run.data().input()));
    }
  }

  /** Counts what it is shown; draws random numbers for nothing. */
  private static final class Counting implements Metric {
    @Override
    public Meter open(Run run) {
      var counts = new TreeMap<String, Double>();
      return new Meter() {
        @Override
        public void add(Tensors outputs) {
          run.random().nextDouble();
          count("rows", outputs.get("batch/x"));
          count("rows/judged", outputs.get("judge/seen").gt(9));
          outputs.find("real/seen").ifPresent(real -> count("rows/real", real.eq(10)));
        }

        private void count(String name, NDArray rows) {
          counts.merge(name, (double) rows.getShape().get(0), Double::sum);
          if (rows.getDataType().isBoolean()) {
            assertThat(rows.all().getBoolean()).isTrue();
          }
        }

        @Override
        public Map<String, Double> read() {
          return Map.copyOf(counts);
        }
      };
    }
  }

  @Test
  void metricsSeeWhatIsMadeAndRealImagesBesideItUntilTheseEnd() throws IOException {
    var execution = stages.execution(judged(Optional.of(looking())));
    execution.execute();

    assertThat(execution.stageFacts().get(1).metrics())
        .isEqualTo(Map.of("rows", (double) MADE, "rows/judged", (double) MADE, "rows/real", 4.0));
  }

  @Test
  void whoJudgesSamplesDoesNotChangeThem() throws IOException {
    stages.run(Making.with(new PullingUp()));
    stages.run(judged(Optional.of(looking())));

    List<Path> pools = stages.pools();
    assertThat(pools).hasSize(2);
    assertThat(pools.get(0)).hasSameBinaryContentAs(pools.get(1));
  }

  @Test
  void aMetricThatLacksItsJudgeIsToldOfBeforeAnythingIsTrained() {
    Making making = judged(Optional.empty());

    assertThatThrownBy(() -> stages.run(making))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("there is no tensor 'judge/seen'");
    assertThat(stages.events()).isEmpty();
  }

  @Test
  void theFirstSamplesAreShown() throws IOException {
    stages.run(Making.with(new PullingUp()));

    var pictured =
        stages.events().stream()
            .filter(Event.Pictured.class::isInstance)
            .map(Event.Pictured.class::cast);
    assertThat(pictured)
        .singleElement()
        .satisfies(
            picture -> {
              assertThat(picture.run()).isEqualTo("pool/seed-1");
              assertThat(picture.series()).isEqualTo("samples");
            });
  }

  private static TeacherPlan looking() {
    return new TeacherPlan(
        Optional.empty(),
        Optional.of(TwoStages.resolved(Teacher.class, "looking", new Looking())),
        List.of(),
        true);
  }

  private static Making judged(Optional<TeacherPlan> judge) {
    return Making.with(new PullingUp()).judged(new Counting(), judge);
  }
}
