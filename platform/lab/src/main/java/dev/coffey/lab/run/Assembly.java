package dev.coffey.lab.run;

import ai.djl.ndarray.NDArray;
import dev.coffey.api.Composer.Mixer;
import dev.coffey.api.Dataset.Source;
import dev.coffey.api.Method.Procedure;
import dev.coffey.api.Mode;
import dev.coffey.api.Network;
import dev.coffey.api.Progress;
import dev.coffey.api.Run;
import dev.coffey.api.Tensors;
import dev.coffey.lab.experiment.Experiment;
import dev.coffey.lab.experiment.MethodPlan;
import dev.coffey.lab.experiment.TeacherPlan;
import dev.coffey.lab.method.CachedTeachers;
import dev.coffey.lab.method.Outputs;
import dev.coffey.lab.method.TeacherCache;
import dev.coffey.lab.method.TeacherView;
import dev.coffey.lab.method.WeightedSum;
import dev.coffey.lab.method.WeightedTerm;
import dev.coffey.lab.run.Snapshot.Part;
import dev.coffey.nn.Workspace;
import dev.coffey.nn.engine.EngineSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Everything of one run, opened and ready for its first step. Close it on the same thread. */
final class Assembly implements TrainingLoop.Work, AutoCloseable {
  /** Which stage of which experiment, with which seed, on which engine. */
  record Plan(
      Experiment experiment, MethodPlan method, String stage, long seed, EngineSource engine) {
    Plan with(MethodPlan other) {
      return new Plan(experiment, other, stage, seed, engine);
    }
  }

  private static final int SMALL_BATCH = 4;

  private Plan plan;
  private final Workspace workspace;
  private final Splits splits;
  private final Source train;
  private final Source validation;
  private final List<Network> teachers;
  private final List<Network> students;
  private List<WeightedTerm> terms;
  private List<Mixer> mixers;
  private Procedure procedure;
  private final Reports reports;
  private final TeacherCache cache;

  /** What plugins report; nobody hears of it while they are only tried. */
  private static final class Reports implements Workspace.Reporter {
    private final Workspace.Reporter reporter;
    private boolean trying;

    private Reports(Workspace.Reporter reporter) {
      this.reporter = reporter;
    }

    @Override
    public void report(String series, Progress progress, double value) {
      if (!trying) {
        reporter.report(series, progress, value);
      }
    }

    @Override
    public void picture(String series, Progress progress, NDArray images) {
      if (!trying) {
        reporter.picture(series, progress, images);
      }
    }
  }

  private Assembly(Plan plan, Workspace workspace, Reports reports, TaughtTeacher taught) {
    this.plan = plan;
    this.workspace = workspace;
    this.reports = reports;
    workspace.stage("data", 1);
    splits = new Splits(workspace, plan.experiment().dataset());
    validation = splits.open("validation");
    train = splits.training(plan.method(), validation, taught.pool());
    workspace.data(train.spec());
    workspace.stage(plan.stage(), TrainingLoop.steps(plan.method().train(), train));
    workspace.optimizer(
        "student", plan.method().train().optimizer(), plan.method().train().schedule());
    plan.method()
        .train()
        .groups()
        .forEach((name, group) -> workspace.optimizer(name, group.optimizer(), group.schedule()));
    teachers =
        plan.experiment()
            .teacher()
            .map(teacher -> Teachers.teaching(workspace).open(teacher, taught.weights()))
            .orElse(List.of());
    boolean shared = plan.experiment().teacher().filter(one -> one.service().isEmpty()).isPresent();
    // a service may bring another teacher for every run
    cache = shared ? taught.cache() : new TeacherCache();
    var student = plan.experiment().student();
    students = student.service().open(workspace.view("student", student.optionSource()));
    terms = new Terms(workspace).open(plan.method());
    mixers = new Mixers(workspace).open(plan.method());
    procedure = openProcedure();
  }

  /** {@code teacher}: trained, or none to leave it untrained. */
  static Assembly open(Plan plan, TaughtTeacher teacher, Workspace.Reporter reporter) {
    var reports = new Reports(reporter);
    var workspace =
        Workspace.open(
            new Workspace.Settings(
                plan.engine(), plan.experiment().options().device(), plan.seed(), null, reports));
    try {
      return new Assembly(plan, workspace, reports, teacher);
    } catch (RuntimeException | Error e) {
      workspace.close();
      throw e;
    }
  }

  private Procedure openProcedure() {
    if (plan.method().method().isPresent()) {
      var method = plan.method().method().get();
      return method
          .service()
          .open(workspace.view("method/" + method.offer().id(), method.optionSource()));
    }
    var run = workspace.view("method/weighted-sum", plan.experiment().student().optionSource());
    return new WeightedSum(run, teacherView(run), students, terms);
  }

  private TeacherView teacherView(Run run) {
    if (!plan.method().needsTeacher()) {
      return (all, batch) -> all;
    }
    boolean cached = plan.experiment().teacher().filter(TeacherPlan::cache).isPresent();
    if (!cached || !mixers.isEmpty() || plan.method().pool().isPresent()) {
      return (all, batch) -> Outputs.add(all, teachers, batch);
    }
    List<String> sources =
        terms.stream().flatMap(term -> term.wiring().ofTeacher()).distinct().toList();
    return new CachedTeachers(run, teachers, sources, plan.method().train().batch(), cache);
  }

  Workspace workspace() {
    return workspace;
  }

  /** Opens further splits. */
  Splits splits() {
    return splits;
  }

  Source train() {
    return train;
  }

  /** Number of samples trained on; 0 without data. */
  long samples() {
    return plan.method().needsData() ? train.size() : 0;
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

  @Override
  public List<Mixer> mixers() {
    return mixers;
  }

  @Override
  public Procedure procedure() {
    return procedure;
  }

  /**
   * Goes on with the losses and composers of {@code next} where their versions differ from those at
   * work, which hand their state over.
   *
   * @throws IOException if a new version cannot take the state, and whatever it throws when it is
   *     tried on a small batch; everything is then as before
   */
  void exchange(MethodPlan next) throws IOException {
    if (next.needsTeacher() && teachers.isEmpty()) {
      throw new IOException("it reads the teacher, and there is none");
    }
    var nextTerms =
        new Terms(workspace)
            .exchange(plan.method(), next, terms)
            .make(trial -> tryOut(() -> passThrough(trial)));
    mixers =
        new Mixers(workspace)
            .exchange(plan.method(), next, mixers)
            .make(trial -> tryOut(() -> compose(smallBatch(), trial)));
    boolean otherTerms = !nextTerms.equals(terms);
    terms = nextTerms;
    plan = plan.with(next);
    if (otherTerms) {
      procedure = openProcedure();
    }
  }

  /** Passes one small batch through everything, without learning from it. */
  void tryOut() {
    tryOut(() -> passThrough(terms));
  }

  private void tryOut(Supplier<?> body) {
    reports.trying = true;
    try {
      workspace.step(body);
    } finally {
      reports.trying = false;
    }
  }

  private Void passThrough(List<WeightedTerm> some) {
    // losses may read what a composer adds
    Tensors batch = compose(smallBatch(), mixers);
    if (isTaughtByFiles() && mixers.isEmpty()) {
      Teachers.requireInputs(teachers, batch);
    }
    Tensors all = Outputs.named("batch", batch, Tensors.empty());
    all = Outputs.add(all, teachers, batch, Mode.INFER);
    all = Outputs.add(all, students, batch, Mode.INFER);
    for (WeightedTerm term : some) {
      term.term().value(term.wiring().pick(all));
    }
    return null;
  }

  private boolean isTaughtByFiles() {
    boolean files =
        plan.experiment().teacher().filter(teacher -> !teacher.files().isEmpty()).isPresent();
    MethodPlan method = plan.method();
    return files && method.needsData() && (method.needsTeacher() || method.method().isPresent());
  }

  private Tensors smallBatch() {
    Source some = plan.method().needsData() ? train : validation;
    return some.batches(SMALL_BATCH, null).next();
  }

  private static Tensors compose(Tensors batch, List<Mixer> all) {
    Tensors composed = batch;
    for (Mixer mixer : all) {
      composed = mixer.compose(composed);
    }
    return composed;
  }

  /** Runs the epochs of the method, from {@code from} on. */
  void train(Signal signal, TrainingLoop.Pauses pauses, Position from) {
    new TrainingLoop(workspace, signal).run(plan.method().train(), train, this, pauses, from);
  }

  /** Everything in it that has state. */
  List<Part> parts() {
    var parts = new ArrayList<Part>();
    parts.add(Part.of(workspace::save, workspace::load));
    parts.add(Part.of(out -> procedure.save(out), in -> procedure.load(in)));
    terms.forEach(term -> parts.add(Part.of(term.term()::save, term.term()::load)));
    mixers.forEach(mixer -> parts.add(Part.of(mixer::save, mixer::load)));
    return parts;
  }

  long steps() {
    return TrainingLoop.steps(plan.method().train(), train);
  }

  @Override
  public void close() {
    workspace.close();
  }
}
