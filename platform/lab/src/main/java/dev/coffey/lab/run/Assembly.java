package dev.coffey.lab.run;

import dev.coffey.api.Composer.Mixer;
import dev.coffey.api.Dataset.Source;
import dev.coffey.api.Method.Procedure;
import dev.coffey.api.Network;
import dev.coffey.lab.experiment.Experiment;
import dev.coffey.lab.experiment.MethodPlan;
import dev.coffey.lab.experiment.TeacherPlan;
import dev.coffey.lab.experiment.TermPlan;
import dev.coffey.lab.method.WeightedSum;
import dev.coffey.lab.method.WeightedTerm;
import dev.coffey.lab.method.Wiring;
import dev.coffey.nn.Workspace;
import dev.coffey.nn.engine.EngineSource;
import java.util.ArrayList;
import java.util.List;

/** Everything of one run, opened and ready for its first step. Close it on the same thread. */
final class Assembly implements AutoCloseable {
  /** Which stage of which experiment, with which seed, on which engine. */
  record Plan(
      Experiment experiment, MethodPlan method, String stage, long seed, EngineSource engine) {}

  private final Plan plan;
  private final Workspace workspace;
  private final Source train;
  private final Source validation;
  private final List<Network> teachers;
  private final List<Network> students;
  private final List<WeightedTerm> terms;
  private final List<Mixer> mixers;
  private final Procedure procedure;

  private Assembly(Plan plan, Workspace workspace, NetworkBytes teacherWeights) {
    this.plan = plan;
    this.workspace = workspace;
    workspace.stage("data", 1);
    train = open(plan.method().train().split());
    validation = open("validation");
    workspace.data(train.spec());
    workspace.stage(plan.stage(), TrainingLoop.steps(plan.method().train(), train));
    workspace.optimizer(
        "student", plan.method().train().optimizer(), plan.method().train().schedule());
    teachers = openTeachers(teacherWeights);
    var student = plan.experiment().student();
    students = student.service().open(workspace.view("student", student.optionSource()));
    terms = openTerms();
    mixers = openMixers();
    procedure = openProcedure();
  }

  /** {@code teacherWeights}: of a trained teacher; none to leave it untrained. */
  static Assembly open(Plan plan, NetworkBytes teacherWeights, Workspace.Reporter reporter) {
    var workspace =
        Workspace.open(
            new Workspace.Settings(
                plan.engine(), plan.experiment().options().device(), plan.seed(), null, reporter));
    try {
      return new Assembly(plan, workspace, teacherWeights);
    } catch (RuntimeException | Error e) {
      workspace.close();
      throw e;
    }
  }

  /** Opens a split of the experiment's data. */
  Source open(String split) {
    var dataset = plan.experiment().dataset();
    return dataset.service().open(workspace.view("dataset", dataset.optionSource()), split);
  }

  private List<Network> openTeachers(NetworkBytes weights) {
    if (plan.experiment().teacher().isEmpty()) {
      return List.of();
    }
    TeacherPlan teacher = plan.experiment().teacher().get();
    var networks = new ArrayList<Network>();
    teacher
        .service()
        .ifPresent(
            service ->
                networks.addAll(
                    service.service().open(workspace.view("teacher", service.optionSource()))));
    teacher
        .network()
        .ifPresent(
            network -> {
              networks.addAll(
                  network.service().open(workspace.viewAsTeacher(network.optionSource())));
              weights.loadInto(networks);
            });
    networks.forEach(Network::freeze);
    return networks;
  }

  private List<WeightedTerm> openTerms() {
    var opened = new ArrayList<WeightedTerm>();
    for (TermPlan term : plan.method().terms()) {
      int number = 0;
      for (Wiring wiring : term.wirings()) {
        String name = term.wirings().size() == 1 ? term.name() : term.name() + "-" + ++number;
        var view = workspace.view("loss/" + name, term.loss().optionSource());
        opened.add(new WeightedTerm(name, term.weight(), wiring, term.loss().service().open(view)));
      }
    }
    return opened;
  }

  private List<Mixer> openMixers() {
    var opened = new ArrayList<Mixer>();
    for (var composer : plan.method().composers()) {
      String scope = "composer/" + opened.size() + "/" + composer.offer().id();
      opened.add(composer.service().open(workspace.view(scope, composer.optionSource())));
    }
    return opened;
  }

  private Procedure openProcedure() {
    if (plan.method().method().isPresent()) {
      var method = plan.method().method().get();
      return method
          .service()
          .open(workspace.view("method/" + method.offer().id(), method.optionSource()));
    }
    boolean teacherNeeded = plan.method().needsTeacher();
    var run = workspace.view("method/weighted-sum", plan.experiment().student().optionSource());
    return new WeightedSum(run, teacherNeeded ? teachers : List.of(), students, terms);
  }

  Workspace workspace() {
    return workspace;
  }

  Source train() {
    return train;
  }

  Source validation() {
    return validation;
  }

  List<Network> teachers() {
    return teachers;
  }

  List<Network> students() {
    return students;
  }

  List<WeightedTerm> terms() {
    return terms;
  }

  /** Runs all epochs of the method. */
  void train(Signal signal, java.util.function.IntConsumer afterEpoch) {
    new TrainingLoop(workspace, signal)
        .run(plan.method().train(), train, mixers, procedure, afterEpoch);
  }

  long steps() {
    return TrainingLoop.steps(plan.method().train(), train);
  }

  @Override
  public void close() {
    workspace.close();
  }
}
