package dev.coffey.lab.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coffey.api.Dataset.Source;
import dev.coffey.api.Event;
import dev.coffey.lab.experiment.Experiment;
import dev.coffey.lab.experiment.MethodPlan;
import dev.coffey.lab.store.AtomicFile;
import dev.coffey.lab.store.ContentDigest;
import dev.coffey.nn.engine.EngineSource;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
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
  private final String started = Clock.systemUTC().instant().toString();

  MethodRun(
      Ingredients ingredients,
      MethodPlan method,
      long seed,
      EngineSource engine,
      RunFolder folder,
      List<Consumer<Event>> listeners) {
    this.ingredients = ingredients;
    this.method = method;
    this.seed = seed;
    this.engine = engine;
    this.folder = folder;
    this.listeners = listeners;
  }

  /** Runs and writes the record, whatever happens. */
  RunRecord execute(NetworkBytes teacherWeights) throws IOException {
    Files.createDirectories(folder.path());
    String run = method.label() + "/seed-" + seed;
    try (var context = MDC.putCloseable("run", folder.path().resolve("run.log").toString());
        var log = new EventLog(folder.events(), Clock.systemUTC())) {
      var all = new ArrayList<>(listeners);
      all.add(log);
      var signal = new Signal(run, all);
      RunRecord record;
      try {
        record = distil(teacherWeights, signal);
        signal.send(new Event.Finished(run, record.cost().seconds()));
      } catch (Throwable e) { // a plugin may throw anything; it fails its run only
        LOG.error("run {} failed", run, e);
        String message = Failure.sentence(e);
        record = failed(message);
        signal.send(new Event.Failed(run, message));
      }
      folder.write(record);
      return record;
    }
  }

  /** Records that the run couldn't even begin. */
  RunRecord giveUp(String message) throws IOException {
    RunRecord record = failed(message);
    folder.write(record);
    listeners.forEach(
        listener -> listener.accept(new Event.Failed(method.label() + "/seed-" + seed, message)));
    return record;
  }

  private RunRecord distil(NetworkBytes teacherWeights, Signal signal) throws IOException {
    long start = System.nanoTime();
    var plan = new Assembly.Plan(ingredients.experiment(), method, "distil", seed, engine);
    try (var assembly = Assembly.open(plan, teacherWeights, signal::report)) {
      signal.send(new Event.StageStarted(signal.run(), "distil", assembly.steps()));
      var evaluation = new Evaluation(assembly.workspace(), ingredients.experiment().metrics());
      Map<String, Double> teacherBefore =
          evaluation.alone(assembly.validation(), assembly.teachers());
      var best = new BestStudent(evaluation, assembly, signal);
      assembly.train(signal, best::afterEpoch);

      signal.send(new Event.StageStarted(signal.run(), "evaluate", 1));
      Source test = assembly.open("test");
      NetworkBytes last = NetworkBytes.of(assembly.students());
      Map<String, Double> metrics =
          evaluation.beside(test, assembly.students(), assembly.teachers());
      Map<String, Double> teacherAfter = evaluation.alone(test, assembly.teachers());
      best.weights().loadInto(assembly.students());
      Map<String, Double> bestMetrics =
          best.isLast()
              ? metrics
              : evaluation.beside(test, assembly.students(), assembly.teachers());
      signal.send(new Event.Evaluated(signal.run(), "test", metrics));

      export(assembly, last, best.weights());
      var student = assembly.students().get(0);
      long parameters = assembly.students().stream().mapToLong(one -> one.parameters()).sum();
      var cost =
          new RunRecord.Cost(
              (System.nanoTime() - start) / 1e9,
              assembly.steps(),
              best.peakMemory(),
              parameters,
              student.multiplyAdds());
      var teacher =
          assembly.teachers().isEmpty()
              ? RunRecord.TeacherUse.none()
              : new RunRecord.TeacherUse(
                  ingredients.experiment().teacher().orElseThrow().name(),
                  ingredients.teacherDigest(),
                  assembly.teachers().stream().mapToLong(one -> one.parameters()).sum(),
                  teacherBefore,
                  teacherAfter);
      return record(
          "", test.digest(), teacher, metrics, bestMetrics, best.epoch(), last.sha256(), cost);
    }
  }

  private void export(Assembly assembly, NetworkBytes last, NetworkBytes best) throws IOException {
    AtomicFile.write(folder.student("network.bin"), last::writeTo);
    AtomicFile.write(folder.student("best.bin"), best::writeTo);
    ObjectNode how = ingredients.experiment().student().identity();
    var spec = assembly.train().spec();
    how.putPOJO("input", spec.input().getShape());
    how.put("classes", spec.classes());
    how.putPOJO("mean", spec.mean());
    how.putPOJO("std", spec.std());
    how.put("sha256", last.sha256());
    how.put("best-sha256", best.sha256());
    AtomicFile.write(
        folder.student("student.json"),
        new com.fasterxml.jackson.databind.ObjectMapper()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsBytes(how));
  }

  private RunRecord failed(String message) {
    return record(
        message,
        "",
        RunRecord.TeacherUse.none(),
        Map.of(),
        Map.of(),
        0,
        "",
        new RunRecord.Cost(0, 0, 0, 0, 0));
  }

  private RunRecord record(
      String failure,
      String testDigest,
      RunRecord.TeacherUse teacher,
      Map<String, Double> metrics,
      Map<String, Double> best,
      int bestEpoch,
      String student,
      RunRecord.Cost cost) {
    Experiment experiment = ingredients.experiment();
    ObjectNode identity = ingredients.of(method, seed);
    var data = new TreeMap<>(ingredients.data().students());
    data.put("name", experiment.dataset().offer().id());
    data.put("test", testDigest);
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
        experiment.offers(method).stream().map(RunRecord.PluginUse::of).toList(),
        data,
        teacher,
        experiment.options().engine(),
        Machine.here(),
        started,
        metrics,
        best,
        bestEpoch,
        student,
        cost);
  }
}
