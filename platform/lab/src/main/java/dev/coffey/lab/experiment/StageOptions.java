package dev.coffey.lab.experiment;

import dev.coffey.api.Option;
import dev.coffey.kernel.config.Settings;
import java.util.List;
import java.util.Optional;

/**
 * What is made before methods are compared: networks ({@code student}), or a pool of samples
 * ({@code composers}). A stage is made once, with a seed of its own, and shared by all runs.
 */
public record StageOptions(
    @Option(help = "dataset it is trained on, if not the experiment's") Optional<Settings> dataset,
    @Option(
            help =
                "whom it learns from, or who makes its samples: an earlier stage, a service or"
                    + " files")
        Optional<GivenTeacherOptions> teacher,
    @Option(help = "networks to train: an id, or {id: {options}}") Optional<Settings> student,
    @Option(
            help = "how: an id (recipe, method or loss) or {id: {options}}, as in compare",
            value = "supervised")
        Settings method,
    @Option(help = "how long, and with which optimisers") TrainOptions train,
    @Option(
            help =
                "figures to measure: of networks on the dataset's test split at the end, of samples"
                    + " while they are made",
            value = "[]")
        List<Settings> metrics,
    @Option(
            help =
                "network that metrics show the samples to, and the dataset's test split beside"
                    + " them: an earlier stage, or another source as of a teacher")
        Optional<GivenTeacherOptions> judge,
    @Option(
            help =
                "makes samples instead: composers, the first of which starts from nothing but the"
                    + " samples' numbers",
            value = "[]")
        List<Settings> composers,
    @Option(help = "number of samples to make", min = 1) Optional<Integer> samples,
    @Option(help = "samples that are made at a time", value = "100", min = 1) int batch,
    @Option(help = "seed of the stage", value = "1") long seed) {
  /** Checks that it makes one thing. */
  public StageOptions {
    if (student.isPresent() == !composers.isEmpty()) {
      throw new IllegalArgumentException(
          "a stage makes either networks (student) or samples (composers)");
    }
    if (composers.isEmpty() == samples.isPresent()) {
      throw new IllegalArgumentException(
          "samples says how many samples composers make; give both or neither");
    }
    if (judge.isPresent() && composers.isEmpty()) {
      throw new IllegalArgumentException(
          "a judge sees samples that a stage makes, and this one makes none (composers)");
    }
    teacher.ifPresent(GivenTeacherOptions::options);
    judge.ifPresent(GivenTeacherOptions::options);
  }
}
