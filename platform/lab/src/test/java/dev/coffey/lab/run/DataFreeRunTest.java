package dev.coffey.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import dev.coffey.api.DataSpec;
import dev.coffey.api.Dataset;
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
import dev.coffey.kernel.config.InvalidInput;
import dev.coffey.kernel.config.OptionBinder;
import dev.coffey.kernel.config.Origin;
import dev.coffey.kernel.config.Settings;
import dev.coffey.lab.experiment.Experiment;
import dev.coffey.lab.experiment.ExperimentOptions;
import dev.coffey.lab.experiment.MethodPlan;
import dev.coffey.lab.experiment.Resolved;
import dev.coffey.lab.experiment.TrainOptions;
import dev.coffey.nn.block.Staged;
import dev.coffey.nn.data.ByteImages;
import dev.coffey.nn.engine.ClassPathEngine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DataFreeRunTest {
  private static final ClassPathEngine ENGINE = new ClassPathEngine("mxnet");

  private final List<Tensors> batches = new ArrayList<>();
  private final TreeSet<String> opened = new TreeSet<>();

  /** Notes which splits are opened; the one to train on can't be. */
  private final class ClosedToTraining implements Dataset {
    @Override
    public Source open(Run run, String split) {
      opened.add(split);
      if (split.startsWith("train")) {
        throw new IllegalArgumentException("nobody may open the training split");
      }
      return new ByteImages(
          run,
          DataSpec.of(new Shape(1, 2, 2), 2),
          new byte[] {1, 2, 3, 4, 5, 6, 7, 8},
          new int[] {0, 1},
          new long[] {0, 1});
    }
  }

  private static final class Line implements Student {
    @Override
    public List<Network> open(Run run) {
      var block =
          Staged.builder()
              .apply(x -> x.reshape(x.getShape().get(0), -1))
              .add(Linear.builder().setUnits(run.data().classes()).build())
              .tap("logits")
              .build();
      return List.of(run.build("student", block, run.data().input()));
    }
  }

  private record Counting(List<Tensors> batches, boolean needsData) implements Method {
    @Override
    public Procedure open(Run run) {
      return batches::add;
    }
  }

  @Test
  void aMethodWithoutDataGetsEmptyBatchesAndTheTrainingSplitStaysClosed() throws Exception {
    Experiment experiment = experiment(false, Map.of("epochs", 3, "steps-per-epoch", 5));

    var digests = DataDigests.of(experiment, ENGINE);
    new Preflight(experiment, ENGINE).check();
    try (var assembly = open(experiment)) {
      assertThat(assembly.steps()).isEqualTo(15);
      assembly.train(new Signal("run", List.of()), epoch -> {}, Position.start());
    }

    assertThat(batches).hasSize(15).allMatch(batch -> batch.names().isEmpty());
    assertThat(digests.of(experiment.methods().get(0))).containsOnlyKeys("validation");
    assertThat(opened).containsExactly("validation");
  }

  @Test
  void aMethodWithDataOpensTheTrainingSplit() {
    Experiment experiment = experiment(true, Map.of("epochs", 3, "steps-per-epoch", 5));

    assertThatThrownBy(() -> DataDigests.of(experiment, ENGINE))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("nobody may open the training split");
  }

  @Test
  void withoutDataTheNumberOfStepsMustBeSaid() {
    Experiment experiment = experiment(false, Map.of("epochs", 3));

    assertThatThrownBy(() -> new Preflight(experiment, ENGINE).check())
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("train: {steps-per-epoch: 50}");
  }

  @Test
  void theNumberOfStepsIsPartOfAResultOnlyWhereItMatters() {
    assertThat(identity(true, 5)).isEqualTo(identity(true, 6));
    assertThat(identity(false, 5)).isNotEqualTo(identity(false, 6));
  }

  @Test
  void aGroupHasAnOptimiserOfItsOwnAndElseTheStudents() throws Exception {
    Map<String, ?> student = Map.of("lr", 0.25, "momentum", 0);
    Map<String, ?> own = Map.of("generator", Map.of("optimizer", Map.of("lr", 0.5, "momentum", 0)));
    Map<String, ?> other = Map.of("other", Map.of("optimizer", Map.of("lr", 0.5)));

    assertThat(moved(Map.of("optimizer", student, "groups", own))).isEqualTo(0.5f);
    assertThat(moved(Map.of("optimizer", student, "groups", other))).isEqualTo(0.25f);
  }

  /** How far the student's bias goes in one step of the group {@code generator}, at slope 1. */
  private float moved(Map<String, ?> train) throws IOException {
    var settings = new TreeMap<String, Object>(train);
    settings.putAll(Map.of("epochs", 1, "steps-per-epoch", 1));
    Experiment experiment = experiment(new Pulling(), settings);
    try (var assembly = open(experiment)) {
      assembly.train(new Signal("run", List.of()), epoch -> {}, Position.start());
      Network student = assembly.students().get(0);
      return assembly
          .workspace()
          .step(() -> -answer(student, assembly.workspace().memory()).get(0).getFloat(0));
    }
  }

  /** Logits of a black image: the bias. */
  private static NDArray answer(Network student, NDManager memory) {
    NDArray black = memory.newSubManager().zeros(new Shape(1, 1, 2, 2));
    return student.forward(Tensors.of("x", black), Mode.INFER).get("logits");
  }

  /** Lowers the first logit of a black image, as the group {@code generator}. */
  private static final class Pulling implements Method {
    @Override
    public boolean needsData() {
      return false;
    }

    @Override
    public Procedure open(Run run) {
      Network student = run.network("student");
      return batch -> {
        NDArray black = run.scratch().zeros(new Shape(1, 1, 2, 2));
        run.update(
            "generator",
            () ->
                student.forward(Tensors.of("x", black), Mode.TRAIN).get("logits").get(":, 0").sum(),
            student);
      };
    }
  }

  private String identity(boolean needsData, int steps) {
    return experiment(needsData, Map.of("steps-per-epoch", steps))
        .methods()
        .get(0)
        .identity()
        .toString();
  }

  private static Assembly open(Experiment experiment) {
    var plan = new Assembly.Plan(experiment, experiment.methods().get(0), "distil", 1, ENGINE);
    return Assembly.open(plan, TaughtTeacher.none(), (series, at, value) -> {});
  }

  private Experiment experiment(boolean needsData, Map<String, ?> train) {
    return experiment(new Counting(batches, needsData), train);
  }

  private Experiment experiment(Method service, Map<String, ?> train) {
    var settings =
        Settings.of(
            Map.of(
                "name",
                "e",
                "dataset",
                "d",
                "student",
                "s",
                "train",
                train,
                "compare",
                List.of("m")),
            Origin.UNKNOWN);
    var method =
        new MethodPlan(
            "m",
            "",
            Optional.of(resolved(Method.class, "m", service)),
            List.of(),
            List.of(),
            new OptionBinder().bind(settings.at("train"), TrainOptions.class),
            Optional.empty());
    return new Experiment(
        new OptionBinder().bind(settings, ExperimentOptions.class),
        settings,
        resolved(Dataset.class, "d", new ClosedToTraining()),
        Optional.empty(),
        List.of(),
        resolved(Student.class, "s", new Line()),
        List.of(method),
        List.<Resolved<Metric>>of(),
        Map.of(),
        List.of());
  }

  private static <S extends Plugin> Resolved<S> resolved(Class<S> kind, String id, S service) {
    return new Resolved<>(service, new Offer(kind, id, "1", "test", "0"), new NoOptions(), id);
  }
}
