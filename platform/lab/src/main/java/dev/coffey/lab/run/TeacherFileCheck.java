package dev.coffey.lab.run;

import dev.coffey.kernel.config.InvalidInput;
import dev.coffey.lab.experiment.Experiment;
import dev.coffey.lab.experiment.TeacherFile;
import dev.coffey.lab.experiment.TeacherPlan;
import dev.coffey.nn.Workspace;
import dev.coffey.nn.engine.EngineSource;
import dev.coffey.nn.engine.EngineUnavailable;
import dev.coffey.nn.model.UnfitFile;
import java.util.Locale;
import java.util.Optional;

/**
 * Opens a teacher's file once, so that what is wrong with it is told at its key.
 *
 * @param experiment the data is its dataset
 * @param key where the teacher stands in the experiment file
 */
record TeacherFileCheck(Experiment experiment, EngineSource engine, String key) {
  /**
   * Does nothing where {@code teacher} isn't from a file.
   *
   * @throws InvalidInput if it is damaged, or doesn't fit what is said of it, or the data
   */
  void check(Optional<TeacherPlan> teacher) {
    teacher.flatMap(TeacherPlan::file).ifPresent(this::check);
  }

  private void check(TeacherFile file) {
    try (var workspace =
        Workspace.open(
            new Workspace.Settings(
                engine, experiment.options().device(), 0, null, (series, at, value) -> {}))) {
      workspace.stage("data", 1);
      workspace.data(new Splits(workspace, experiment.dataset()).open("validation").spec());
      workspace.open("teacher", file.file(), file.reader());
    } catch (UnfitFile unfit) {
      throw experiment.wrong(
          key + "." + unfit.part().name().toLowerCase(Locale.ROOT), unfit.getMessage());
    } catch (EngineUnavailable unavailable) {
      throw experiment.wrong(key + ".file", unavailable.getMessage());
    }
  }
}
