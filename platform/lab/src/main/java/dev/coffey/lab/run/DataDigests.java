package dev.coffey.lab.run;

import dev.coffey.api.Dataset;
import dev.coffey.api.Dataset.Source;
import dev.coffey.kernel.config.InvalidInput;
import dev.coffey.lab.experiment.Experiment;
import dev.coffey.lab.experiment.MethodPlan;
import dev.coffey.lab.experiment.Resolved;
import dev.coffey.lab.experiment.TeacherPlan;
import dev.coffey.nn.Workspace;
import dev.coffey.nn.engine.EngineSource;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Digests of the data that students and teacher are trained and validated on. The test split isn't
 * opened, nor is the training split where nobody trains on it.
 */
record DataDigests(Map<String, String> students, Map<String, String> teachers) {
  private static final String TRAIN = "train";

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
      var others = experiment.teacher().map(TeacherPlan::dataset);
      boolean shared = others.filter(other -> !other.equals(experiment.dataset())).isEmpty();
      Source own = opener.open(experiment.dataset(), "validation", "dataset");
      Map<String, String> students =
          opener.digests(experiment.dataset(), own, "dataset", isTrainedOn(experiment, shared));
      if (shared) {
        return new DataDigests(students, students);
      }
      Source theirs = opener.open(others.orElseThrow(), "validation", "teacher.dataset");
      requireFit(experiment, theirs, own);
      return new DataDigests(
          students, opener.digests(others.get(), theirs, "teacher.dataset", true));
    }
  }

  /** {@code shared}: whether the teacher's data is the students'. */
  private static boolean isTrainedOn(Experiment experiment, boolean shared) {
    return experiment.methods().stream().anyMatch(MethodPlan::needsData)
        || (shared && experiment.teacher().flatMap(TeacherPlan::network).isPresent());
  }

  /** Digests of the data that decides what comes of {@code method}. */
  Map<String, String> of(MethodPlan method) {
    var digests = new TreeMap<>(students);
    if (!method.needsData()) {
      digests.remove(TRAIN);
    }
    return digests;
  }

  private static void requireFit(Experiment experiment, Source theirs, Source own) {
    var teacher = theirs.spec();
    var student = own.spec();
    if (teacher.classes() != student.classes() || !teacher.input().equals(student.input())) {
      throw experiment.wrong(
          "teacher.dataset",
          "teacher and student must have the same classes and inputs, but the teacher's data has"
              + " %d classes and inputs %s, the student's %d classes and inputs %s"
                  .formatted(
                      teacher.classes(), teacher.input(), student.classes(), student.input()));
    }
  }

  private record Opener(Experiment experiment, Workspace workspace) {
    Source open(Resolved<Dataset> dataset, String split, String key) {
      try {
        return dataset.service().open(workspace.view("dataset", dataset.optionSource()), split);
      } catch (IllegalArgumentException | UncheckedIOException e) {
        throw experiment.wrong(key, e.getMessage());
      }
    }

    Map<String, String> digests(
        Resolved<Dataset> dataset, Source validation, String key, boolean trainedOn) {
      var digests = new TreeMap<String, String>();
      if (trainedOn) {
        digests.put(TRAIN, open(dataset, TRAIN, key).digest());
      }
      digests.put("validation", validation.digest());
      return digests;
    }
  }
}
