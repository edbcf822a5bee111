package dev.coffey.lab.run;

import dev.coffey.api.Event;
import dev.coffey.lab.experiment.StagePlan;
import dev.coffey.lab.result.NetworkCost;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Trains the networks of a stage and measures them at the end. Can be resumed. */
final class StageTraining {
  private final StagePlan stage;
  private final Assembly.Plan plan;
  private final Path folder;
  private final Signal signal;

  /** {@code folder}: of its artefact. */
  StageTraining(StagePlan stage, Assembly.Plan plan, Path folder, Signal signal) {
    this.stage = stage;
    this.plan = plan;
    this.folder = folder;
    this.signal = signal;
  }

  /** What came of it. */
  record Trained(NetworkBytes weights, StageOutcome outcome) {}

  Trained run(TaughtTeacher teacher) throws IOException {
    try (var assembly = Assembly.open(plan, teacher, new RunReporter(folder, signal))) {
      var evaluation = new Evaluation(assembly.workspace(), plan.experiment().metrics());
      var checkpoints = new CheckpointFolder(folder.resolve("checkpoint"));
      try (var resumption = new Resumption(checkpoints, assembly.parts())) {
        Position from = resumption.restore(signal);
        signal.send(new Event.StageStarted(signal.run(), plan.stage(), assembly.steps()));
        assembly.train(signal, pauses(assembly, evaluation, resumption), from);
        var weights = NetworkBytes.of(assembly.students());
        var outcome = outcome(assembly, evaluation, weights, resumption.seconds());
        resumption.finish();
        return new Trained(weights, outcome);
      }
    }
  }

  private TrainingLoop.Pauses pauses(
      Assembly assembly, Evaluation evaluation, Resumption resumption) {
    return new TrainingLoop.Pauses() {
      @Override
      public void validate(int epoch) {
        if (!stage.metrics().isEmpty()) {
          Figures.main(
                  evaluation.beside(
                      assembly.validation(), assembly.students(), assembly.teachers()))
              .forEach(
                  (name, value) ->
                      signal.report("validation/" + name, assembly.workspace().progress(), value));
        }
      }

      @Override
      public void checkpoint(Position next) {
        resumption.take(next);
      }
    };
  }

  private StageOutcome outcome(
      Assembly assembly, Evaluation evaluation, NetworkBytes weights, double seconds) {
    boolean measured = !stage.isTeacher() && !stage.metrics().isEmpty();
    Map<String, Double> metrics =
        measured
            ? evaluation.beside(
                assembly.splits().open("test"), assembly.students(), assembly.teachers())
            : Map.of();
    var speed = new InferenceSpeed(assembly.workspace(), assembly.validation());
    return new StageOutcome(
        weights.sha256(),
        stage.isTeacher() ? NetworkCost.nothing() : speed.cost(assembly.students()),
        stage.isTeacher() ? NetworkCost.nothing() : speed.cost(assembly.teachers()),
        0,
        assembly.steps(),
        seconds,
        metrics);
  }
}
