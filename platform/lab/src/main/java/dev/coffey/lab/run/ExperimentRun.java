package dev.coffey.lab.run;

import dev.coffey.api.Event;
import dev.coffey.kernel.config.InvalidInput;
import dev.coffey.lab.experiment.Experiment;
import dev.coffey.lab.experiment.MethodPlan;
import dev.coffey.lab.experiment.PoolUse;
import dev.coffey.lab.experiment.StagePlan;
import dev.coffey.lab.experiment.TeacherPlan;
import dev.coffey.lab.result.StageFacts;
import dev.coffey.lab.store.ContentDigest;
import dev.coffey.nn.engine.EngineSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All runs of an experiment: those that are there are kept, the others are made, one by one. */
public final class ExperimentRun {
  /** Name of the folder in which experiments share what stages made. */
  public static final String ARTEFACTS = "artefacts";

  private static final Logger LOG = LoggerFactory.getLogger(ExperimentRun.class);

  private final Ingredients ingredients;
  private final EngineSource engine;
  private final Path root;
  private final List<Consumer<Event>> listeners;
  private final Swapping swapping;
  private final Stages stages;
  private final Map<StagePlan, String> failures = new HashMap<>();

  /**
   * Digests the data.
   *
   * @param root folder of all experiments; artefacts are shared in it
   * @param version Coffey's version
   * @throws InvalidInput if the data is missing or damaged
   */
  public ExperimentRun(
      Experiment experiment,
      String version,
      EngineSource engine,
      Path root,
      List<Consumer<Event>> listeners,
      Swapping swapping,
      ArtefactLocks locks) {
    this.ingredients = new Ingredients(experiment, version, DataDigests.of(experiment, engine));
    this.engine = engine;
    this.root = root;
    this.listeners = List.copyOf(listeners);
    this.swapping = swapping;
    this.stages = new Stages(ingredients, engine, root.resolve(ARTEFACTS), listeners, locks);
  }

  /** Folder of the experiment. */
  public Path folder() {
    return root.resolve(ingredients.experiment().options().name());
  }

  /**
   * Makes what isn't there yet. A run that failed is tried again.
   *
   * @return every run, methods in the order of the file, seeds within
   * @throws InvalidInput if teacher, student, losses and engine do not fit; nothing is trained then
   */
  public List<EndedRun> execute() throws IOException {
    Experiment experiment = ingredients.experiment();
    List<MethodPlan> unfinished =
        experiment.methods().stream()
            .filter(
                method ->
                    experiment.options().seeds().stream()
                        .anyMatch(seed -> !isFinished(folder(method, seed))))
            .toList();
    List<StagePlan> missing = missing(unfinished);
    TaughtTeacher teacher = TaughtTeacher.none();
    if (!unfinished.isEmpty() || !missing.isEmpty()) {
      new Preflight(experiment.withMethods(unfinished), engine).check();
      for (StagePlan stage : missing) {
        make(stage);
      }
      teacher = unfinished.isEmpty() ? teacher : teacher();
    }
    var ended = new ArrayList<EndedRun>();
    for (MethodPlan method : experiment.methods()) {
      for (long seed : experiment.options().seeds()) {
        ended.add(run(method, seed, teacher));
      }
    }
    return ended;
  }

  /** Stages to make now: all that runs may need, or those nobody has made yet. */
  private List<StagePlan> missing(List<MethodPlan> unfinished) throws IOException {
    Experiment experiment = ingredients.experiment();
    var missing = new ArrayList<StagePlan>();
    for (StagePlan stage : experiment.stages()) {
      if (!unfinished.isEmpty() || stages.outcome(stage).isEmpty()) {
        missing.add(stage);
      }
    }
    experiment
        .teacher()
        .flatMap(TeacherPlan::stage)
        .filter(stage -> !unfinished.isEmpty() && !missing.contains(stage))
        .ifPresent(missing::add);
    return missing;
  }

  /** Makes what {@code stage} makes; if that fails, so does all that needs it. */
  private void make(StagePlan stage) throws IOException {
    Optional<String> reason =
        failure(stage.teacher().flatMap(TeacherPlan::stage))
            .or(() -> failure(stage.judge().flatMap(TeacherPlan::stage)));
    if (reason.isPresent()) {
      failures.put(stage, reason.get());
      return;
    }
    try {
      stages.make(stage);
    } catch (InvalidInput e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      LOG.error("stage {} failed", stage.name(), e);
      String what = stage.isTeacher() ? "the teacher's training" : "stage " + stage.name();
      failures.put(stage, "%s failed: %s".formatted(what, Failure.sentence(e)));
    }
  }

  private Optional<String> failure(Optional<StagePlan> stage) {
    return stage.map(failures::get);
  }

  private TaughtTeacher teacher() throws IOException {
    Optional<TeacherPlan> teacher = ingredients.experiment().teacher();
    return failure(teacher.flatMap(TeacherPlan::stage)).isPresent()
        ? TaughtTeacher.none()
        : TaughtTeacher.of(stages.weights(teacher));
  }

  private EndedRun run(MethodPlan method, long seed, TaughtTeacher teacher) throws IOException {
    RunFolder folder = folder(method, seed);
    if (isFinished(folder)) {
      return new EndedRun(folder, folder.record().orElseThrow(), true);
    }
    var run = new MethodRun(ingredients, method, seed, engine, folder, listeners, swapping);
    Optional<String> failure =
        failure(ingredients.experiment().teacher().flatMap(TeacherPlan::stage))
            .or(() -> failure(method.pool().map(PoolUse::stage)));
    RunRecord record =
        failure.isPresent()
            ? run.giveUp(failure.get())
            : run.execute(stages.provide(method, teacher));
    return new EndedRun(folder, record, false);
  }

  /** What came of the stages that are made, for tables. */
  public List<StageFacts> stageFacts() throws IOException {
    var facts = new ArrayList<StageFacts>();
    for (StagePlan stage : ingredients.experiment().stages()) {
      stages
          .outcome(stage)
          .ifPresent(
              outcome ->
                  facts.add(
                      new StageFacts(
                          stage.name(),
                          stage.title(),
                          ingredients.digest(stage),
                          outcome.cost(),
                          outcome.teacher(),
                          outcome.seconds(),
                          outcome.metrics())));
    }
    return facts;
  }

  private RunFolder folder(MethodPlan method, long seed) {
    String digest = ContentDigest.of(ingredients.of(method, seed));
    return RunFolder.of(folder(), method.label(), seed, digest);
  }

  private static boolean isFinished(RunFolder folder) {
    return folder.record().filter(RunRecord::finished).isPresent();
  }
}
