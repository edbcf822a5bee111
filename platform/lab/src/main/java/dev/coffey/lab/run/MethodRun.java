package dev.coffey.lab.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coffey.api.Event;
import dev.coffey.lab.experiment.Experiment;
import dev.coffey.lab.experiment.MethodPlan;
import dev.coffey.lab.store.ContentDigest;
import dev.coffey.nn.engine.EngineSource;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** One method with one seed: distil, evaluate, export, record. What it throws stays inside. */
final class MethodRun {
  private static final Logger LOG = LoggerFactory.getLogger(MethodRun.class);

  private final Ingredients ingredients;
  private final MethodPlan method;
  private final long seed;
  private final EngineSource engine;
  private final RunFolder folder;
  private final List<Consumer<Event>> listeners;
  private final Swapping swapping;
  private final String started = Clock.systemUTC().instant().toString();

  MethodRun(
      Ingredients ingredients,
      MethodPlan method,
      long seed,
      EngineSource engine,
      RunFolder folder,
      List<Consumer<Event>> listeners,
      Swapping swapping) {
    this.ingredients = ingredients;
    this.method = method;
    this.seed = seed;
    this.engine = engine;
    this.folder = folder;
    this.listeners = listeners;
    this.swapping = swapping;
  }

  /** Runs and writes the record, whatever happens. */
  RunRecord execute(TaughtTeacher teacher) throws IOException {
    Files.createDirectories(folder.path());
    String run = method.label() + "/seed-" + seed;
    try (var context = MDC.putCloseable("run", folder.path().resolve("run.log").toString());
        var log = new EventLog(folder.events(), Clock.systemUTC())) {
      var all = new ArrayList<>(listeners);
      all.add(log);
      var signal = new Signal(run, all);
      RunRecord record;
      try {
        var plan = new Assembly.Plan(ingredients.experiment(), method, "distil", seed, engine);
        record =
            record("", new Distillation(ingredients, plan, folder, signal, swapping).run(teacher));
        signal.send(new Event.Finished(run, record.cost().seconds()));
      } catch (Throwable e) { // a plugin may throw anything; it fails its run only
        LOG.error("run {} failed", run, e);
        String message = Failure.sentence(e);
        record = record(message, Distilled.nothing());
        signal.send(new Event.Failed(run, message));
      }
      folder.write(record);
      return record;
    }
  }

  /** Those it began with, and those it took on the way. */
  private List<RunRecord.PluginUse> plugins(Distilled outcome) {
    return Stream.concat(
            ingredients.experiment().offers(method).stream().map(RunRecord.PluginUse::of),
            outcome.swaps().stream().map(RunRecord.Swap::to))
        .distinct()
        .toList();
  }

  /** Records that the run couldn't even begin. */
  RunRecord giveUp(String message) throws IOException {
    RunRecord record = record(message, Distilled.nothing());
    folder.write(record);
    listeners.forEach(
        listener -> listener.accept(new Event.Failed(method.label() + "/seed-" + seed, message)));
    return record;
  }

  private RunRecord record(String failure, Distilled outcome) {
    Experiment experiment = ingredients.experiment();
    ObjectNode identity = ingredients.of(method, seed);
    var data = new TreeMap<>(ingredients.data().of(method));
    data.put("name", experiment.dataset().offer().id());
    data.put("test", outcome.testDigest());
    return new RunRecord(
        ingredients.version(),
        experiment.options().name(),
        method.label(),
        seed,
        ContentDigest.of(identity),
        failure.isEmpty() ? "finished" : "failed",
        failure,
        experiment.settings().value(),
        identity,
        plugins(outcome),
        outcome.swaps(),
        outcome.resumed(),
        data,
        outcome.teacher(),
        experiment.options().engine(),
        Machine.here(),
        started,
        outcome.metrics(),
        outcome.best(),
        outcome.bestEpoch(),
        outcome.student(),
        outcome.cost());
  }
}
