package dev.coffey.lab.run;

import dev.coffey.api.Event;
import dev.coffey.lab.experiment.Experiment;
import dev.coffey.lab.experiment.MethodPlan;
import dev.coffey.lab.experiment.TeacherPlan;
import dev.coffey.lab.experiment.TermPlan;
import dev.coffey.lab.method.Weight;
import dev.coffey.lab.method.Wiring;
import dev.coffey.nn.engine.EngineSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Trains the teacher on hard labels, once for all runs, and publishes it as an artefact. */
final class TeacherStage {
  private static final String STAGE = "train-teacher";

  private final Ingredients ingredients;
  private final EngineSource engine;
  private final Path artefacts;
  private final List<Consumer<Event>> listeners;
  private final ArtefactLocks locks;

  TeacherStage(
      Ingredients ingredients,
      EngineSource engine,
      Path artefacts,
      List<Consumer<Event>> listeners,
      ArtefactLocks locks) {
    this.ingredients = ingredients;
    this.engine = engine;
    this.artefacts = artefacts;
    this.listeners = listeners;
    this.locks = locks;
  }

  /**
   * The teacher's weights, trained now unless the artefact is there; none if nothing is trained.
   */
  NetworkBytes weights() throws IOException {
    Optional<TeacherPlan> teacher =
        ingredients.experiment().teacher().filter(plan -> plan.network().isPresent());
    if (teacher.isEmpty()) {
      return NetworkBytes.none();
    }
    String digest = ingredients.teacherDigest();
    synchronized (locks.of(artefacts.resolve(digest))) {
      return weights(teacher.get(), digest);
    }
  }

  private NetworkBytes weights(TeacherPlan teacher, String digest) throws IOException {
    Optional<TeacherArtefact> known = TeacherArtefact.find(artefacts, digest);
    if (known.isPresent()) {
      return known.get().weights();
    }
    var artefact = new TeacherArtefact(digest, train(teacher, digest));
    artefact.publish(artefacts, ingredients.ofTeacher());
    return artefact.weights();
  }

  private NetworkBytes train(TeacherPlan teacher, String digest) throws IOException {
    Path folder = artefacts.resolve(digest);
    java.nio.file.Files.createDirectories(folder);
    String run = "teacher/seed-" + teacher.seed();
    try (var log = new EventLog(folder.resolve("events.jsonl"), Clock.systemUTC())) {
      var all = new java.util.ArrayList<Consumer<Event>>(listeners);
      all.add(log);
      var signal = new Signal(run, all);
      long start = System.nanoTime();
      var plan =
          new Assembly.Plan(alone(teacher), supervised(teacher), STAGE, teacher.seed(), engine);
      try (var assembly = Assembly.open(plan, TaughtTeacher.none(), signal::report)) {
        NetworkBytes weights =
            train(assembly, new CheckpointFolder(folder.resolve("checkpoint")), signal);
        signal.send(new Event.Published(run, "teacher", digest));
        signal.send(new Event.Finished(run, (System.nanoTime() - start) / 1e9));
        return weights;
      } catch (RuntimeException e) {
        signal.send(new Event.Failed(run, Failure.sentence(e)));
        throw e;
      }
    }
  }

  private NetworkBytes train(Assembly assembly, CheckpointFolder checkpoints, Signal signal)
      throws IOException {
    var evaluation = new Evaluation(assembly.workspace(), ingredients.experiment().metrics());
    try (var resumption = new Resumption(checkpoints, assembly.parts())) {
      Position from = resumption.restore(signal);
      signal.send(new Event.StageStarted(signal.run(), STAGE, assembly.steps()));
      assembly.train(
          signal,
          new TrainingLoop.Pauses() {
            @Override
            public void validate(int epoch) {
              Figures.main(evaluation.alone(assembly.validation(), assembly.students()))
                  .forEach(
                      (name, value) ->
                          signal.report(
                              "validation/" + name, assembly.workspace().progress(), value));
            }

            @Override
            public void checkpoint(Position next) {
              resumption.take(next);
            }
          },
          from);
      NetworkBytes weights = NetworkBytes.of(assembly.students());
      resumption.finish();
      return weights;
    }
  }

  /** The teacher's training as an experiment of its own: it is the student there. */
  private Experiment alone(TeacherPlan teacher) {
    Experiment whole = ingredients.experiment();
    return new Experiment(
        whole.options(),
        whole.settings(),
        teacher.dataset(),
        Optional.empty(),
        teacher.network().orElseThrow(),
        List.of(),
        whole.metrics(),
        List.of());
  }

  private static MethodPlan supervised(TeacherPlan teacher) {
    var loss = teacher.loss().orElseThrow();
    var term =
        new TermPlan(
            loss.offer().id(),
            loss,
            Weight.parse("1"),
            List.of(new Wiring(loss.service().inputs())));
    return new MethodPlan(
        "teacher", "", Optional.empty(), List.of(term), List.of(), teacher.train());
  }
}
