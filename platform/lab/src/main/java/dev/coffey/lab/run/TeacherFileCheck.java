package dev.coffey.lab.run;

import dev.coffey.kernel.config.InvalidInput;
import dev.coffey.lab.experiment.Experiment;
import dev.coffey.lab.experiment.TeacherFile;
import dev.coffey.nn.Workspace;
import dev.coffey.nn.engine.EngineSource;
import dev.coffey.nn.engine.EngineUnavailable;
import dev.coffey.nn.model.UnfitFile;
import java.util.Locale;

/** Opens a teacher's file once, so that what is wrong with it is told at its key. */
record TeacherFileCheck(Experiment experiment, EngineSource engine) {
  /**
   * Does nothing where the teacher isn't from a file.
   *
   * @throws InvalidInput if it is damaged, or doesn't fit what is said of it, or the data
   */
  void check() {
    experiment.teacher().flatMap(teacher -> teacher.file()).ifPresent(this::check);
  }

  private void check(TeacherFile file) {
    try (var workspace =
        Workspace.open(
            new Workspace.Settings(
                engine, experiment.options().device(), 0, null, (series, at, value) -> {}))) {
      workspace.stage("data", 1);
      var dataset = experiment.dataset();
      workspace.data(
          dataset
              .service()
              .open(workspace.view("dataset", dataset.optionSource()), "validation")
              .spec());
      workspace.open("teacher", file.file(), file.reader());
    } catch (UnfitFile unfit) {
      throw experiment.wrong(
          "teacher." + unfit.part().name().toLowerCase(Locale.ROOT), unfit.getMessage());
    } catch (EngineUnavailable unavailable) {
      throw experiment.wrong("teacher.file", unavailable.getMessage());
    }
  }
}
