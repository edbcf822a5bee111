package dev.coffey.lab.run;

import dev.coffey.api.DataSpec;
import dev.coffey.api.Dataset;
import dev.coffey.api.Dataset.Source;
import dev.coffey.kernel.config.InvalidInput;
import dev.coffey.lab.experiment.Experiment;
import dev.coffey.lab.experiment.MethodPlan;
import dev.coffey.lab.experiment.Resolved;
import dev.coffey.lab.experiment.StagePlan;
import dev.coffey.lab.experiment.TeacherPlan;
import dev.coffey.nn.Workspace;
import dev.coffey.nn.engine.EngineSource;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Digests of the data that networks are trained and validated on. Test splits aren't opened, nor is
 * a training split where nobody trains on it.
 */
final class DataDigests {
  private static final String TRAIN = "train";

  private final Resolved<Dataset> own;
  private final Map<Resolved<Dataset>, Map<String, String>> all;

  private DataDigests(Resolved<Dataset> own, Map<Resolved<Dataset>, Map<String, String>> all) {
    this.own = own;
    this.all = all;
  }

  /**
   * Opens the data; needs no engine.
   *
   * @throws InvalidInput if data is missing or damaged, or teacher's and student's do not fit
   */
  static DataDigests of(Experiment experiment, EngineSource engine) {
    try (var workspace =
        Workspace.open(
            new Workspace.Settings(
                engine, experiment.options().device(), 0, null, (series, at, value) -> {}))) {
      workspace.stage("data", 1);
      var opener = new Opener(experiment, workspace);
      opener.look(experiment.dataset(), "dataset", isTrainedOn(experiment));
      for (StagePlan stage : stages(experiment)) {
        String key =
            stage.dataset().equals(experiment.dataset()) ? "dataset" : stage.key() + ".dataset";
        opener.look(stage.dataset(), key, stage.readsTraining());
      }
      experiment
          .teacher()
          .flatMap(TeacherPlan::stage)
          .filter(StagePlan::isTeacher)
          .ifPresent(
              stage ->
                  requireFit(
                      experiment,
                      opener.specs.get(stage.dataset()),
                      opener.specs.get(experiment.dataset())));
      return new DataDigests(experiment.dataset(), opener.digests);
    }
  }

  private static boolean isTrainedOn(Experiment experiment) {
    return experiment.methods().stream().anyMatch(MethodPlan::readsTraining);
  }

  private static List<StagePlan> stages(Experiment experiment) {
    var stages = new ArrayList<>(experiment.stages());
    Optional<StagePlan> teacher = experiment.teacher().flatMap(TeacherPlan::stage);
    teacher.filter(stage -> !stages.contains(stage)).ifPresent(stages::add);
    return stages;
  }

  /**
   * Digests of {@code dataset} by split.
   *
   * @param trainedOn whether the training split is among them
   */
  Map<String, String> of(Resolved<Dataset> dataset, boolean trainedOn) {
    var digests = new TreeMap<>(all.get(dataset));
    if (!trainedOn) {
      digests.remove(TRAIN);
    }
    return digests;
  }

  /** Digests of the data that decides what comes of {@code method}. */
  Map<String, String> of(MethodPlan method) {
    return of(own, method.readsTraining());
  }

  private static void requireFit(Experiment experiment, DataSpec teacher, DataSpec student) {
    if (teacher.classes() != student.classes() || !teacher.input().equals(student.input())) {
      throw experiment.wrong(
          "teacher.dataset",
          "teacher and student must have the same classes and inputs, but the teacher's data has"
              + " %d classes and inputs %s, the student's %d classes and inputs %s"
                  .formatted(
                      teacher.classes(), teacher.input(), student.classes(), student.input()));
    }
  }

  private static final class Opener {
    private final Experiment experiment;
    private final Workspace workspace;
    private final Map<Resolved<Dataset>, Map<String, String>> digests = new HashMap<>();
    private final Map<Resolved<Dataset>, DataSpec> specs = new HashMap<>();

    private Opener(Experiment experiment, Workspace workspace) {
      this.experiment = experiment;
      this.workspace = workspace;
    }

    /** {@code key}: where the dataset is named. */
    void look(Resolved<Dataset> dataset, String key, boolean trainedOn) {
      Map<String, String> known = digests.computeIfAbsent(dataset, one -> new TreeMap<>());
      if (known.isEmpty()) {
        Source validation = open(dataset, "validation", key);
        specs.put(dataset, validation.spec());
        known.put("validation", validation.digest());
      }
      if (trainedOn && !known.containsKey(TRAIN)) {
        known.put(TRAIN, open(dataset, TRAIN, key).digest());
      }
    }

    private Source open(Resolved<Dataset> dataset, String split, String key) {
      try {
        return dataset.service().open(workspace.view("dataset", dataset.optionSource()), split);
      } catch (IllegalArgumentException | UncheckedIOException e) {
        throw experiment.wrong(key, e.getMessage());
      }
    }
  }
}
