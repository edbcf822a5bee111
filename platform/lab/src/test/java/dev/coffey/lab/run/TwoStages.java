package dev.coffey.lab.run;

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
import dev.coffey.api.Tensors;
import dev.coffey.kernel.catalogue.Offer;
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

/**
 * Runs an experiment of two stages in a folder: {@code maker} trains a generator, {@code pool}
 * makes samples with it, and one method notes what it is given of them.
 */
final class TwoStages {
  /** Samples of the pool. */
  static final int MADE = 7;

  private static final ClassPathEngine ENGINE = new ClassPathEngine("mxnet");

  private final Path root;
  private final List<float[]> seen = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();

  TwoStages(Path root) {
    this.root = root;
  }

  /**
   * What differs between experiments.
   *
   * @param training trains the generator
   * @param composer makes samples
   * @param maker name of the stage that trains
   * @param pool name of the stage that makes them
   * @param share of the samples in the method's batches
   * @param metrics of the samples
   * @param judge looks at the samples
   */
  record Making(
      Method training,
      Composer composer,
      String maker,
      String pool,
      double share,
      List<Resolved<Metric>> metrics,
      Optional<TeacherPlan> judge) {
    static Making with(Method training) {
      return new Making(training, new Numbered(2), "maker", "pool", 1, List.of(), Optional.empty());
    }

    Making composed(Composer other, String name) {
      return new Making(training, other, maker, name, share, metrics, judge);
    }

    Making maker(String name) {
      return new Making(training, composer, name, pool, share, metrics, judge);
    }

    Making mixed(double other) {
      return new Making(training, composer, maker, pool, other, metrics, judge);
    }

    Making judged(Metric metric, Optional<TeacherPlan> by) {
      var metrics = List.of(resolved(Metric.class, "rows", metric));
      return new Making(training, composer, maker, pool, share, metrics, by);
    }
  }

  /** Rows that the method was given: both pixels and the label. */
  List<float[]> seen() {
    return seen;
  }

  List<Event> events() {
    return events;
  }

  /** Files of samples that were made so far. */
  List<Path> pools() throws IOException {
    try (var files = Files.walk(root.resolve("artefacts"))) {
      return files.filter(one -> one.endsWith("x.float32")).toList();
    }
  }

  List<EndedRun> run(Making making) throws IOException {
    return execution(making).execute();
  }

  ExperimentRun execution(Making making) {
    return new ExperimentRun(
        experiment(making),
        "test",
        ENGINE,
        root,
        List.of(events::add),
        Swapping.never(),
        new ArtefactLocks());
  }

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
  static final class PullingUp implements Method {
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
  record Numbered(long width) implements Composer {
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

  private Experiment experiment(Making making) {
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
            making.maker(),
            "stages." + making.maker(),
            data,
            Optional.empty(),
            Optional.of(resolved(Student.class, "g", new Generator())),
            method(
                making.maker(),
                making.training(),
                train(Map.of("epochs", 30, "steps-per-epoch", 4))),
            List.of(),
            Optional.empty(),
            0,
            0,
            1);
    var pool =
        new StagePlan(
            making.pool(),
            "stages." + making.pool(),
            data,
            Optional.of(new TeacherPlan(Optional.of(maker), Optional.empty(), List.of(), true)),
            Optional.empty(),
            new MethodPlan(
                making.pool(),
                "",
                Optional.empty(),
                List.of(),
                List.of(resolved(Composer.class, "c", making.composer())),
                train(Map.of()),
                Optional.empty()),
            making.metrics(),
            making.judge(),
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
            Optional.of(new PoolUse(pool, making.share())));
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

  static <S extends Plugin> Resolved<S> resolved(Class<S> kind, String id, S service) {
    return new Resolved<>(service, new Offer(kind, id, "1", "test", "0"), new NoOptions(), id);
  }
}
