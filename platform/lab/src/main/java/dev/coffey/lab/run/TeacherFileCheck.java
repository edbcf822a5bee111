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
 * Opens the files of a teacher once, so that what is wrong with one is told at its key.
 *
 * @param experiment the data is its dataset
 */
record TeacherFileCheck(Experiment experiment, EngineSource engine) {
  /**
   * Does nothing where {@code teacher} isn't from files.
   *
   * @throws InvalidInput if one is damaged, or doesn't fit what is said of it, or the data
   */
  void check(Optional<TeacherPlan> teacher) {
    teacher.stream().flatMap(plan -> plan.files().stream()).forEach(this::check);
  }

  private void check(TeacherFile file) {
    try (var workspace =
        Workspace.open(
            new Workspace.Settings(
                engine, experiment.options().device(), 0, null, (series, at, value) -> {}))) {
      workspace.stage("data", 1);
      workspace.data(new Splits(workspace, experiment.dataset()).open("validation").spec());
      workspace.open(file.role(), file.file(), file.reader());
    } catch (UnfitFile unfit) {
      throw experiment.wrong(
          file.key() + "." + unfit.part().name().toLowerCase(Locale.ROOT), unfit.getMessage());
    } catch (EngineUnavailable unavailable) {
      throw experiment.wrong(file.key() + ".file", unavailable.getMessage());
    }
  }
}
