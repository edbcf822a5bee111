package dev.coffey.lab.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.coffey.lab.experiment.Experiment;
import dev.coffey.lab.experiment.MethodPlan;
import dev.coffey.lab.result.Comparison;
import dev.coffey.lab.result.DataFacts;
import dev.coffey.lab.result.Results;
import dev.coffey.lab.result.RunOutcome;
import dev.coffey.lab.result.TeacherFacts;
import dev.coffey.lab.store.ContentDigest;
import java.util.List;
import java.util.Optional;

/** Turns the records of an experiment's runs into its results. */
public final class Outcomes {
  private Outcomes() {}

  /** The results of {@code runs}, which are all of one experiment. */
  public static Results of(Experiment experiment, List<EndedRun> runs) {
    List<RunRecord> records = runs.stream().map(EndedRun::record).toList();
    Optional<RunRecord> example = records.stream().filter(RunRecord::finished).findFirst();
    var comparison =
        new Comparison(
            experiment.options().name(),
            experiment.options().engine(),
            experiment.options().seeds(),
            data(experiment, example),
            example
                .map(RunRecord::teacher)
                .filter(one -> !one.name().isEmpty())
                .map(Outcomes::teacher),
            experiment.methods().stream().map(MethodPlan::label).toList(),
            experiment.metrics().stream().map(metric -> metric.offer().id()).toList());
    return comparison.of(records.stream().map(Outcomes::outcome).toList());
  }

  private static DataFacts data(Experiment experiment, Optional<RunRecord> example) {
    var digests = JsonNodeFactory.instance.objectNode();
    example.ifPresent(record -> record.data().forEach(digests::put));
    return new DataFacts(experiment.dataset().offer().id(), ContentDigest.of(digests));
  }

  private static TeacherFacts teacher(RunRecord.TeacherUse use) {
    return new TeacherFacts(
        use.name(),
        use.digest(),
        use.parameters(),
        use.macs(),
        measured(use.imagesPerSecond()),
        Figures.main(use.test()));
  }

  private static RunOutcome outcome(RunRecord record) {
    if (!record.finished()) {
      return RunOutcome.failed(record.method(), record.seed(), record.failure());
    }
    var cost = record.cost();
    return new RunOutcome(
        record.method(),
        record.seed(),
        record.metrics(),
        record.best(),
        cost.seconds(),
        cost.steps(),
        cost.peakMemory(),
        cost.parameters(),
        cost.macs(),
        measured(cost.imagesPerSecond()),
        Optional.empty());
  }

  /** Records of earlier versions have no such figure. */
  private static double measured(double imagesPerSecond) {
    return imagesPerSecond > 0 ? imagesPerSecond : Double.NaN;
  }
}
