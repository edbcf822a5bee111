package dev.coffey.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import dev.coffey.api.Composer;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Dataset;
import dev.coffey.api.Event;
import dev.coffey.api.Method;
import dev.coffey.api.Metric;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.NoOptions;
import dev.coffey.api.Plugin;
import dev.coffey.api.Run;
import dev.coffey.api.Student;
import dev.coffey.api.Teacher;
import dev.coffey.api.Tensors;
import dev.coffey.kernel.catalogue.Offer;
import dev.coffey.kernel.config.InvalidInput;
import dev.coffey.kernel.config.OptionBinder;
import dev.coffey.kernel.config.Origin;
import dev.coffey.kernel.config.Settings;
import dev.coffey.lab.experiment.Experiment;
import dev.coffey.lab.experiment.ExperimentOptions;
import dev.coffey.lab.experiment.MethodPlan;
import dev.coffey.lab.experiment.PoolUse;
import dev.coffey.lab.experiment.Resolved;
import dev.coffey.lab.experiment.StagePlan;
import dev.coffey.lab.experiment.TeacherPlan;
import dev.coffey.lab.experiment.TrainOptions;
import dev.coffey.lab.result.StageFacts;
import dev.coffey.nn.block.Staged;
import dev.coffey.nn.data.ByteImages;
import dev.coffey.nn.engine.ClassPathEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagesTest {
  private static final ClassPathEngine ENGINE = new ClassPathEngine("mxnet");
  private static final int MADE = 7;

  private final List<float[]> seen = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private @TempDir Path root;

  /** Four black images of two classes. */
  private static final class Black implements Dataset {
    @Override
    public Source open(Run run, String split) {
      return new ByteImages(
          run,
          DataSpec.of(new Shape(1, 1, 2), 2),
          new byte[8],
          new int[] {0, 1, 0, 1},
          new long[] {0, 1, 2, 3});
    }
  }

  /** Reads {@code z}, so no batch of the dataset is shown to it; gives z + bias. */
  private static final class Generator implements Student {
    @Override
    public List<Network> open(Run run) {
      var block = Staged.builder().input("z").add(Linear.builder().setUnits(2).build());
      return List.of(run.build("student", block.tap("image").build(), new Shape(1)));
    }
  }

  private static final class Line implements Student {
    @Override
    public List<Network> open(Run run) {
      var block =
          Staged.builder()
              .apply(x -> x.reshape(x.getShape().get(0), -1))
              .add(Linear.builder().setUnits(2).build())
              .tap("logits")
              .build();
      return List.of(run.build("student", block, run.data().input()));
    }
  }

  /** Pulls what the generator makes of nothing up to 1, in 4 steps of an epoch or so. */
  private static final class PullingUp implements Method {
    @Override
    public boolean needsData() {
      return false;
    }

    @Override
    public Procedure open(Run run) {
      Network generator = run.network("student");
      return batch ->
          run.update(
              "student",
              () ->
                  generator
                      .forward(Tensors.of("z", run.scratch().zeros(new Shape(1, 1))), Mode.TRAIN)
                      .get("image")
                      .sub(1)
                      .square()
                      .sum(),
              generator);
    }
  }

  /** Sample k is what the teacher makes of nothing, plus k; its class is k mod 2. */
  private record Numbered(long width) implements Composer {
    @Override
    public Mixer open(Run run) {
      return batch -> {
        NDArray index = batch.get("index").toType(DataType.FLOAT32, false);
        long count = index.size();
        NDArray made =
            run.network("teacher")
                .forward(Tensors.of("z", run.scratch().zeros(new Shape(count, 1))), Mode.INFER)
                .get("image");
        return batch
            .with("x", made.add(index.reshape(count, 1)).reshape(count, 2 / width, 1, width))
            .with("y", index.mod(2).toType(DataType.INT32, false));
      };
    }
  }

  /** Notes which inputs it is given. */
  private final class Noting implements Method {
    @Override
    public Procedure open(Run run) {
      return batch -> {
        NDArray x = batch.get("x").reshape(-1, 2);
        for (int row = 0; row < x.getShape().get(0); row++) {
          seen.add(
              new float[] {
                x.getFloat(row, 0), x.getFloat(row, 1), batch.get("y").getInt(row),
              });
        }
      };
    }
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

  @Test
  void aLaterStageMakesSamplesWithTheNetworksOfAnEarlierOneAndAMethodTrainsOnThem()
      throws IOException {
    List<EndedRun> runs = run(experiment(new PullingUp(), 1));

    assertThat(runs).allMatch(run -> run.record().finished());
    assertThat(seen).hasSize(MADE);
    float origin = seen.stream().map(row -> row[0]).min(Float::compare).orElseThrow();
    assertThat(origin).isBetween(0.9f, 1.1f);
    for (int sample = 0; sample < MADE; sample++) {
      float[] expected = {origin + sample, seen.get(0)[1] - seen.get(0)[0] + origin + sample};
      int label = sample % 2;
      assertThat(seen)
          .anyMatch(
              row ->
                  Math.abs(row[0] - expected[0]) < 1e-5
                      && Math.abs(row[1] - expected[1]) < 1e-5
                      && row[2] == label);
    }
  }

  @Test
  void mixedBatchesHaveTheShareThatIsAskedFor() throws IOException {
    run(experiment(new PullingUp(), 0.5));

    // a batch of two has one sample of each; an epoch is a pass over the dataset's four
    assertThat(seen).hasSize(8);
    assertThat(seen.stream().filter(row -> row[0] == 0)).hasSize(4);
  }

  @Test
  void whatIsMadeIsNotMadeAgainAndIsToldOf() throws IOException {
    run(experiment(new PullingUp(), 1));
    events.clear();
    Experiment again = experiment(new PullingUp(), 0.5); // other runs, the same stages
    var execution = execution(again);
    execution.execute();

    assertThat(events).noneMatch(event -> event.run().startsWith("pool"));
    assertThat(execution.stageFacts())
        .extracting(StageFacts::name, StageFacts::made, stage -> stage.cost().parameters())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("maker", "g", 4L),
            org.assertj.core.groups.Tuple.tuple("pool", "7 samples", 0L));
  }

  @Test
  void damagedSamplesAreMadeAgain() throws IOException {
    run(experiment(new PullingUp(), 1));
    Path file;
    try (var files = Files.walk(root.resolve("artefacts"))) {
      file = files.filter(one -> one.endsWith("x.float32")).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(file);
    byte[] damaged = bytes.clone();
    damaged[5] ^= 1;
    Files.write(file, damaged);

    run(experiment(new PullingUp(), 0.5));

    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
  }

  @Test
  void whatNeedsAStageThatFailedFailsWithItsReason() throws IOException {
    List<EndedRun> runs = run(experiment(new Failing(), 1));

    assertThat(runs)
        .extracting(run -> run.record().failure())
        .containsExactly("stage maker failed: out of ideas");
  }

  @Test
  void samplesOfAnotherShapeThanTheDatasAreRefusedBeforeAnythingIsTrained() {
    Experiment experiment = experiment(new PullingUp(), new Numbered(1), 1);

    assertThatThrownBy(() -> run(experiment))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("its composers must make x with 2 samples of shape (1, 1, 2)");
    assertThat(events).isEmpty();
  }

  @Test
  void metricsSeeWhatIsMadeAndRealImagesBesideItUntilTheseEnd() throws IOException {
    var execution = execution(judged(Optional.of(looking())));
    execution.execute();

    assertThat(execution.stageFacts().get(1).metrics())
        .isEqualTo(Map.of("rows", (double) MADE, "rows/judged", (double) MADE, "rows/real", 4.0));
  }

  @Test
  void whoJudgesSamplesDoesNotChangeThem() throws IOException {
    run(experiment(new PullingUp(), 1));
    run(judged(Optional.of(looking())));

    try (var files = Files.walk(root.resolve("artefacts"))) {
      var pools = files.filter(one -> one.endsWith("x.float32")).toList();
      assertThat(pools).hasSize(2);
      assertThat(pools.get(0)).hasSameBinaryContentAs(pools.get(1));
    }
  }

  @Test
  void aMetricThatLacksItsJudgeIsToldOfBeforeAnythingIsTrained() {
    Experiment experiment = judged(Optional.empty());

    assertThatThrownBy(() -> run(experiment))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("there is no tensor 'judge/seen'");
    assertThat(events).isEmpty();
  }

  @Test
  void theFirstSamplesAreShown() throws IOException {
    run(experiment(new PullingUp(), 1));

    var pictured =
        events.stream().filter(Event.Pictured.class::isInstance).map(Event.Pictured.class::cast);
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
        Optional.of(resolved(Teacher.class, "looking", new Looking())),
        List.of(),
        true);
  }

  private Experiment judged(Optional<TeacherPlan> judge) {
    var counting = resolved(Metric.class, "rows", new Counting());
    return experiment(new PullingUp(), new Numbered(2), 1, List.of(counting), judge);
  }

  private List<EndedRun> run(Experiment experiment) throws IOException {
    return execution(experiment).execute();
  }

  private ExperimentRun execution(Experiment experiment) {
    return new ExperimentRun(
        experiment,
        "test",
        ENGINE,
        root,
        List.of(events::add),
        Swapping.never(),
        new ArtefactLocks());
  }

  private Experiment experiment(Method training, double share) {
    return experiment(training, new Numbered(2), share);
  }

  private Experiment experiment(Method training, Composer composer, double share) {
    return experiment(training, composer, share, List.of(), Optional.empty());
  }

  private Experiment experiment(
      Method training,
      Composer composer,
      double share,
      List<Resolved<Metric>> metrics,
      Optional<TeacherPlan> judge) {
    var settings =
        Settings.of(
            Map.of(
                "name", "e",
                "dataset", "d",
                "student", "s",
                "compare", List.of("m"),
                "seeds", List.of(1)),
            Origin.UNKNOWN);
    var data = resolved(Dataset.class, "d", new Black());
    var maker =
        new StagePlan(
            "maker",
            "stages.maker",
            data,
            Optional.empty(),
            Optional.of(resolved(Student.class, "g", new Generator())),
            method("maker", training, train(Map.of("epochs", 30, "steps-per-epoch", 4))),
            List.of(),
            Optional.empty(),
            0,
            0,
            1);
    var pool =
        new StagePlan(
            "pool",
            "stages.pool",
            data,
            Optional.of(new TeacherPlan(Optional.of(maker), Optional.empty(), List.of(), true)),
            Optional.empty(),
            new MethodPlan(
                "pool",
                "",
                Optional.empty(),
                List.of(),
                List.of(resolved(Composer.class, "c", composer)),
                train(Map.of()),
                Optional.empty()),
            metrics,
            judge,
            MADE,
            3,
            1);
    var noting =
        new MethodPlan(
            "m",
            "",
            Optional.of(resolved(Method.class, "m", new Noting())),
            List.of(),
            List.of(),
            train(Map.of("epochs", 1, "batch", 2)),
            Optional.of(new PoolUse(pool, share)));
    return new Experiment(
        new OptionBinder().bind(settings, ExperimentOptions.class),
        settings,
        data,
        Optional.empty(),
        List.of(maker, pool),
        resolved(Student.class, "s", new Line()),
        List.of(noting),
        List.of(),
        Map.of(),
        List.of());
  }

  private static MethodPlan method(String label, Method service, TrainOptions train) {
    return new MethodPlan(
        label,
        "",
        Optional.of(resolved(Method.class, "p", service)),
        List.of(),
        List.of(),
        train,
        Optional.empty());
  }

  private static TrainOptions train(Map<String, ?> options) {
    return new OptionBinder().bind(Settings.of(options, Origin.UNKNOWN), TrainOptions.class);
  }

  private static <S extends Plugin> Resolved<S> resolved(Class<S> kind, String id, S service) {
    return new Resolved<>(service, new Offer(kind, id, "1", "test", "0"), new NoOptions(), id);
  }
}
