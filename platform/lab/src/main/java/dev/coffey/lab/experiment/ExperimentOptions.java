package dev.coffey.lab.experiment;

import dev.coffey.api.Option;
import dev.coffey.kernel.config.Settings;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of an experiment file. {@code docs/experiment-reference.md} is made from it. */
public record ExperimentOptions(
    @Option(help = "name of the experiment; its results go to a folder of this name") String name,
    @Option(help = "dataset: an id, or {id: {options}}") Settings dataset,
    @Option(help = "the teacher; left out where no method needs one")
        Optional<TeacherOptions> teacher,
    @Option(help = "networks and samples that are made first, once for all runs, in this order")
        Map<String, StageOptions> stages,
    @Option(help = "network to train: an id, or {id: {options}}") Settings student,
    @Option(help = "how students are trained") TrainOptions train,
    @Option(
            help =
                "methods to compare; each an id (recipe, method or loss) or {id: {options}}; the"
                    + " first is the baseline")
        List<Settings> compare,
    @Option(help = "one run of every method for each seed", value = "[1, 2, 3]") List<Long> seeds,
    @Option(
            help = "figures to measure: ids, or {id: {options}}",
            value = "[accuracy, agreement, ece]")
        List<Settings> metrics,
    @Option(
            help =
                "further datasets whose test splits the figures are measured on, as NAME-METRIC:"
                    + " name: id, or {id: {options}}")
        Map<String, Settings> tests,
    @Option(help = "services that are told every event: ids, or {id: {options}}")
        List<Settings> observers,
    @Option(
            help =
                "never, or at-epoch: whether runs take other versions of losses, composers, metrics"
                    + " and observers between two epochs, once they are served",
            value = "never")
        Swap swap,
    @Option(help = "engine: the name of an installed engine bundle", value = "mxnet") String engine,
    @Option(help = "cpu, gpu or gpu:INDEX", value = "cpu") String device) {
  /** Checks what no single key can tell. */
  public ExperimentOptions {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new IllegalArgumentException(
          "name must be made of letters, digits, '.', '_' and '-', but is '" + name + "'");
    }
    if (compare.isEmpty()) {
      throw new IllegalArgumentException(
          "compare is empty; name at least one method, such as [supervised, kd]");
    }
    if (seeds.isEmpty()) {
      throw new IllegalArgumentException("seeds is empty; give at least one, such as [1, 2, 3]");
    }
    if (new HashSet<>(seeds).size() < seeds.size()) {
      throw new IllegalArgumentException("seeds must differ from each other, but are " + seeds);
    }
    if (metrics.isEmpty()) {
      throw new IllegalArgumentException("metrics is empty; name at least one, such as [accuracy]");
    }
    stages.keySet().forEach(stage -> requireName("stages", stage));
    tests.keySet().forEach(test -> requireName("tests", test));
    if (!device.matches("cpu|gpu(:\\d+)?")) {
      throw new IllegalArgumentException(
          "device must be cpu, gpu or gpu:INDEX, but is '" + device + "'");
    }
  }

  ExperimentOptions withSeeds(List<Long> others) {
    return new ExperimentOptions(
        name, dataset, teacher, stages, student, train, compare, others, metrics, tests, observers,
        swap, engine, device);
  }

  private static void requireName(String key, String name) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9_-]*")) {
      throw new IllegalArgumentException(
          "%s: names must be made of letters, digits, '_' and '-', but one is '%s'"
              .formatted(key, name));
    }
  }
}
