package dev.coffey.lab.run;

import dev.coffey.api.Event;
import dev.coffey.lab.experiment.Experiment;
import dev.coffey.lab.experiment.MethodPlan;
import dev.coffey.lab.experiment.StagePlan;
import dev.coffey.lab.experiment.TeacherPlan;
import dev.coffey.nn.engine.EngineSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes what the stages of an experiment make, each once, as artefacts under the digests of all
 * that went into them. What is there already isn't made again.
 */
final class Stages {
  private final Ingredients ingredients;
  private final EngineSource engine;
  private final Path artefacts;
  private final List<Consumer<Event>> listeners;
  private final ArtefactLocks locks;
  private final Map<StagePlan, NetworkBytes> networks = new HashMap<>();
  private final Map<StagePlan, SamplePool> pools = new HashMap<>();

  Stages(
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

  /** The run of {@code stage} in the experiment {@code whole}. */
  static Assembly.Plan plan(Experiment whole, StagePlan stage, EngineSource engine) {
    return new Assembly.Plan(whole.of(stage), stage.method(), title(stage), stage.seed(), engine);
  }

  /** What the user sees of it, and where its random numbers come from. */
  static String title(StagePlan stage) {
    return (stage.student().isPresent() ? "train-" : "make-") + stage.name();
  }

  /** The trained weights of {@code teacher}; none if no stage trains it. */
  NetworkBytes weights(Optional<TeacherPlan> teacher) throws IOException {
    Optional<StagePlan> stage = teacher.flatMap(TeacherPlan::stage);
    return stage.isPresent() ? weights(stage.get()) : NetworkBytes.none();
  }

  /** The weights of the networks that {@code stage} trains. */
  NetworkBytes weights(StagePlan stage) throws IOException {
    return made(stage, networks, Artefact::networks, this::train);
  }

  /** The samples that {@code stage} makes. */
  SamplePool samples(StagePlan stage) throws IOException {
    return made(stage, pools, Artefact::samples, this::make);
  }

  /** Looks for what a stage makes. */
  private interface Find<T> {
    Optional<T> in(Artefact artefact) throws IOException;
  }

  /** Makes it, with the weights of those who teach and judge. */
  private interface Make<T> {
    T make(StagePlan stage, Artefact artefact, Taught taught) throws IOException;
  }

  private <T> T made(StagePlan stage, Map<StagePlan, T> known, Find<T> find, Make<T> make)
      throws IOException {
    if (!known.containsKey(stage)) {
      var taught = new Taught(weights(stage.teacher()), weights(stage.judge()));
      Artefact artefact = artefact(stage);
      synchronized (locks.of(artefact.folder())) {
        Optional<T> there = find.in(artefact);
        known.put(stage, there.isPresent() ? there.get() : make.make(stage, artefact, taught));
      }
    }
    return known.get(stage);
  }

  /** Makes whatever {@code stage} makes. */
  void make(StagePlan stage) throws IOException {
    if (stage.student().isPresent()) {
      weights(stage);
    } else {
      samples(stage);
    }
  }

  /** What came of {@code stage}, if it is made. */
  Optional<StageOutcome> outcome(StagePlan stage) throws IOException {
    return artefact(stage).outcome();
  }

  /** {@code teacher}, with the samples that {@code method} is trained on. */
  TaughtTeacher provide(MethodPlan method, TaughtTeacher teacher) throws IOException {
    return method.pool().isPresent() ? teacher.with(samples(method.pool().get().stage())) : teacher;
  }

  private Artefact artefact(StagePlan stage) {
    return new Artefact(artefacts.resolve(ingredients.digest(stage)));
  }

  private NetworkBytes train(StagePlan stage, Artefact artefact, Taught taught) throws IOException {
    return told(
        stage,
        artefact,
        signal -> {
          var plan = plan(ingredients.experiment(), stage, engine);
          var trained =
              new StageTraining(stage, plan, artefact.folder(), signal)
                  .run(TaughtTeacher.of(taught.teacher()));
          artefact.publish(trained.weights(), trained.outcome(), ingredients.of(stage));
          return trained.weights();
        });
  }

  private SamplePool make(StagePlan stage, Artefact artefact, Taught taught) throws IOException {
    return told(
        stage,
        artefact,
        signal -> {
          long start = System.nanoTime();
          var plan = plan(ingredients.experiment(), stage, engine);
          Map<String, Double> figures;
          try (var making =
                  SampleMaking.open(
                      stage, plan, taught, new RunReporter(artefact.folder(), signal));
              var writer = new SampleWriter(artefact.folder())) {
            figures = making.make(writer, signal, plan.stage());
            writer.finish();
          }
          SamplePool pool = SamplePool.open(artefact.folder()).orElseThrow();
          artefact.publish(
              StageOutcome.ofSamples(pool, seconds(start), figures), ingredients.of(stage));
          return pool;
        });
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  /** Work of a stage. */
  private interface Work<T> {
    T run(Signal signal) throws IOException;
  }

  private <T> T told(StagePlan stage, Artefact artefact, Work<T> work) throws IOException {
    Files.createDirectories(artefact.folder());
    String run = stage.name() + "/seed-" + stage.seed();
    try (var log = new EventLog(artefact.folder().resolve("events.jsonl"), Clock.systemUTC())) {
      var all = new ArrayList<>(listeners);
      all.add(log);
      var signal = new Signal(run, all);
      long start = System.nanoTime();
      try {
        T made = work.run(signal);
        signal.send(new Event.Published(run, stage.name(), ingredients.digest(stage)));
        signal.send(new Event.Finished(run, seconds(start)));
        return made;
      } catch (RuntimeException | LinkageError e) {
        signal.send(new Event.Failed(run, Failure.sentence(e)));
        throw e;
      }
    }
  }
}
