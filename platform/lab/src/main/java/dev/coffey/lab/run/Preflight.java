package dev.coffey.lab.run;

import ai.djl.engine.EngineException;
import dev.coffey.api.Network;
import dev.coffey.kernel.config.InvalidInput;
import dev.coffey.lab.experiment.Experiment;
import dev.coffey.lab.experiment.MethodPlan;
import dev.coffey.lab.experiment.StagePlan;
import dev.coffey.nn.Workspace;
import dev.coffey.nn.engine.EngineSource;
import dev.coffey.nn.engine.EngineUnavailable;
import java.util.ArrayList;
import java.util.List;

/** Builds everything once and passes one small batch through it, so that misfits show at once. */
public final class Preflight {
  private final Experiment experiment;
  private final EngineSource engine;

  /** Checks {@code experiment} on {@code engine}. */
  public Preflight(Experiment experiment, EngineSource engine) {
    this.experiment = experiment;
    this.engine = engine;
  }

  /**
   * What {@code coffey plan} prints of one method.
   *
   * @param teacherParameters 0 without a teacher
   * @param terms names of the loss terms
   * @param samples training samples, 0 without data
   */
  public record Estimate(
      String method,
      long parameters,
      long macs,
      long teacherParameters,
      long teacherMacs,
      List<String> taps,
      List<String> terms,
      long samples,
      long steps) {}

  /**
   * Checks every method.
   *
   * @throws InvalidInput if the engine is missing, or teacher, student and losses do not fit
   */
  public List<Estimate> check() {
    try {
      engine.engine();
    } catch (EngineUnavailable e) {
      throw experiment.wrong("engine", e.getMessage());
    }
    requireDevice();
    new TeacherFileCheck(experiment, engine).check(experiment.teacher());
    experiment.stages().forEach(this::check);
    var estimates = new ArrayList<Estimate>();
    for (MethodPlan method : experiment.methods()) {
      estimates.add(check(method));
    }
    return estimates;
  }

  private void requireDevice() {
    try (var workspace =
        Workspace.open(
            new Workspace.Settings(
                engine, experiment.options().device(), 0, null, (series, at, value) -> {}))) {
      workspace.stage("device", 1);
      workspace.memory();
    } catch (IllegalArgumentException e) {
      throw experiment.wrong("device", e.getMessage());
    }
  }

  private void check(StagePlan stage) {
    var plan = Stages.plan(experiment, stage, engine);
    var files = new TeacherFileCheck(plan.experiment(), engine);
    files.check(stage.teacher());
    files.check(stage.judge());
    try {
      if (stage.student().isPresent()) {
        try (var assembly = Assembly.open(plan, TaughtTeacher.none(), (series, at, value) -> {})) {
          assembly.tryOut();
          measure(assembly, plan.experiment(), stage.key() + ".metrics");
        }
      } else {
        try (var making =
            SampleMaking.open(stage, plan, Taught.none(), (series, at, value) -> {})) {
          making.tryOut();
        }
      }
    } catch (IllegalArgumentException | EngineException e) {
      throw experiment.wrong(stage.key(), e.getMessage());
    }
  }

  private Estimate check(MethodPlan method) {
    long seed = experiment.options().seeds().get(0);
    var plan = new Assembly.Plan(experiment, method, "distil", seed, engine);
    try (var assembly = Assembly.open(plan, TaughtTeacher.none(), (series, at, value) -> {})) {
      Network student = assembly.students().get(0);
      requireSameClasses(assembly.teachers(), student);
      assembly.tryOut();
      measure(assembly, experiment, "metrics");
      return new Estimate(
          method.label(),
          assembly.students().stream().mapToLong(Network::parameters).sum(),
          student.multiplyAdds(),
          assembly.teachers().stream().mapToLong(Network::parameters).sum(),
          assembly.teachers().stream().mapToLong(Network::multiplyAdds).sum(),
          student.taps().entrySet().stream().map(tap -> tap.getKey() + tap.getValue()).toList(),
          assembly.terms().stream()
              .map(term -> term.name() + " × " + term.weight().text())
              .toList(),
          assembly.samples(),
          assembly.steps());
    } catch (IllegalArgumentException | EngineException e) {
      throw experiment.wrong("compare", method.label() + ": " + e.getMessage());
    }
  }

  /** Otherwise a metric that lacks something would be found after hours of training. */
  private static void measure(Assembly assembly, Experiment whole, String key) {
    try {
      new Evaluation(assembly.workspace(), whole.metrics())
          .tryOut(assembly.validation(), assembly.students(), assembly.teachers());
    } catch (IllegalArgumentException e) {
      throw whole.wrong(key, e.getMessage());
    }
  }

  private void requireSameClasses(List<Network> teachers, Network student) {
    if (teachers.isEmpty()) {
      return;
    }
    var theirs = teachers.get(0).taps().get("logits");
    var own = student.taps().get("logits");
    if (theirs != null && own != null && !theirs.equals(own)) {
      throw experiment.wrong(
          "teacher",
          "teacher and student must have the same classes, but the teacher's logits are %s and the student's %s"
              .formatted(theirs, own));
    }
  }
}
