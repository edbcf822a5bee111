package dev.coffey.lab.run;

import dev.coffey.api.Event;
import dev.coffey.kernel.config.InvalidInput;
import dev.coffey.lab.experiment.Experiment;
import dev.coffey.lab.experiment.MethodPlan;
import dev.coffey.lab.store.ContentDigest;
import dev.coffey.nn.engine.EngineSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All runs of an experiment: those that are there are kept, the others are made, one by one. */
public final class ExperimentRun {
  private static final Logger LOG = LoggerFactory.getLogger(ExperimentRun.class);

  private final Ingredients ingredients;
  private final EngineSource engine;
  private final Path root;
  private final List<Consumer<Event>> listeners;
  private final Swapping swapping;
  private final ArtefactLocks locks;

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
    this.locks = locks;
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
    Trained teacher = Trained.nothing();
    if (!unfinished.isEmpty()) {
      new Preflight(experiment.withMethods(unfinished), engine).check();
      teacher = trainTeacher();
    }
    var ended = new ArrayList<EndedRun>();
    for (MethodPlan method : experiment.methods()) {
      for (long seed : experiment.options().seeds()) {
        ended.add(run(method, seed, teacher));
      }
    }
    return ended;
  }

  private EndedRun run(MethodPlan method, long seed, Trained teacher) throws IOException {
    RunFolder folder = folder(method, seed);
    if (isFinished(folder)) {
      return new EndedRun(folder, folder.record().orElseThrow(), true);
    }
    var run = new MethodRun(ingredients, method, seed, engine, folder, listeners, swapping);
    return new EndedRun(
        folder,
        teacher.failure().isEmpty()
            ? run.execute(teacher.teacher())
            : run.giveUp("the teacher's training failed: " + teacher.failure()),
        false);
  }

  private Trained trainTeacher() throws IOException {
    var stage = new TeacherStage(ingredients, engine, root.resolve("artefacts"), listeners, locks);
    try {
      return new Trained(TaughtTeacher.of(stage.weights()), "");
    } catch (InvalidInput e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      LOG.error("the teacher's training failed", e);
      return new Trained(TaughtTeacher.none(), Failure.sentence(e));
    }
  }

  private RunFolder folder(MethodPlan method, long seed) {
    String digest = ContentDigest.of(ingredients.of(method, seed));
    return RunFolder.of(folder(), method.label(), seed, digest);
  }

  private static boolean isFinished(RunFolder folder) {
    return folder.record().filter(RunRecord::finished).isPresent();
  }

  private record Trained(TaughtTeacher teacher, String failure) {
    static Trained nothing() {
      return new Trained(TaughtTeacher.none(), "");
    }
  }
}
