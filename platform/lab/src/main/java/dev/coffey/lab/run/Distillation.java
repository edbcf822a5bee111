package dev.coffey.lab.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coffey.api.Dataset.Source;
import dev.coffey.api.Event;
import dev.coffey.api.Network;
import dev.coffey.lab.result.NetworkCost;
import dev.coffey.lab.run.Snapshot.Part;
import dev.coffey.lab.store.AtomicFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Trains a student, measures it once on the test split, and exports it. */
final class Distillation {
  private final Ingredients ingredients;
  private final Assembly.Plan plan;
  private final RunFolder folder;
  private final Signal signal;
  private final Swapping swapping;

  Distillation(
      Ingredients ingredients,
      Assembly.Plan plan,
      RunFolder folder,
      Signal signal,
      Swapping swapping) {
    this.ingredients = ingredients;
    this.plan = plan;
    this.folder = folder;
    this.signal = signal;
    this.swapping = swapping;
  }

  /** Goes on where an earlier attempt was broken off. */
  Distilled run(TaughtTeacher teacher) throws IOException {
    try (var assembly = Assembly.open(plan, teacher, new RunReporter(folder.path(), signal))) {
      var evaluation = new Evaluation(assembly.workspace(), plan.experiment().metrics());
      Map<String, Double> teacherBefore =
          evaluation.alone(assembly.validation(), assembly.teachers());
      var best = new BestStudent(evaluation, assembly, signal);
      var parts = new ArrayList<>(assembly.parts());
      parts.add(Part.of(best::save, best::load));
      try (var resumption = new Resumption(folder.checkpoints(), parts)) {
        Position from = resumption.restore(signal);
        signal.send(new Event.StageStarted(signal.run(), plan.stage(), assembly.steps()));
        List<RunRecord.Swap> swaps = train(assembly, evaluation, best, resumption, from);
        Measured measured = measure(assembly, evaluation, best);
        double seconds = resumption.seconds();
        var speed = new InferenceSpeed(assembly.workspace(), assembly.validation());
        var distilled =
            new Distilled(
                use(assembly.teachers(), speed, teacherBefore, measured.teacher()),
                measured.metrics(),
                measured.best(),
                best.epoch(),
                measured.student(),
                measured.testDigest(),
                cost(assembly, best, speed, seconds),
                swaps,
                resumption.resumed());
        resumption.finish();
        return distilled;
      }
    }
  }

  private List<RunRecord.Swap> train(
      Assembly assembly,
      Evaluation evaluation,
      BestStudent best,
      Resumption resumption,
      Position from) {
    try (var swap = new EpochSwap(swapping, plan, assembly, evaluation, signal)) {
      assembly.train(
          signal,
          new TrainingLoop.Pauses() {
            @Override
            public void validate(int epoch) {
              best.afterEpoch(epoch);
            }

            @Override
            public void between(int epoch) {
              swap.after(epoch);
              if (!swap.swaps().isEmpty()) {
                resumption.giveUp();
              }
            }

            @Override
            public void checkpoint(Position next) {
              resumption.take(next);
            }
          },
          from);
      return swap.swaps();
    }
  }

  /** Test metrics of student and teacher, and the exported student's digest. */
  private record Measured(
      Map<String, Double> metrics,
      Map<String, Double> best,
      Map<String, Double> teacher,
      String student,
      String testDigest) {}

  private Measured measure(Assembly assembly, Evaluation evaluation, BestStudent best)
      throws IOException {
    List<Network> students = assembly.students();
    List<Network> teachers = assembly.teachers();
    signal.send(new Event.StageStarted(signal.run(), "evaluate", 1));
    Source test = assembly.splits().open("test");
    var last = NetworkBytes.of(students);
    Map<String, Double> metrics = measured(assembly, evaluation, test);
    Map<String, Double> teacher = evaluation.alone(test, teachers);
    best.weights().loadInto(students);
    Map<String, Double> bestMetrics =
        best.isLast() ? metrics : measured(assembly, evaluation, test);
    signal.send(new Event.Evaluated(signal.run(), "test", metrics));
    export(assembly, last, best.weights());
    return new Measured(metrics, bestMetrics, teacher, last.sha256(), test.digest());
  }

  /** On the test split of the experiment's dataset, and on those of further datasets. */
  private Map<String, Double> measured(Assembly assembly, Evaluation evaluation, Source test) {
    var all =
        new LinkedHashMap<>(evaluation.beside(test, assembly.students(), assembly.teachers()));
    plan.experiment()
        .tests()
        .forEach(
            (name, dataset) ->
                Figures.main(
                        evaluation.beside(
                            assembly.splits().open(dataset, "test"),
                            assembly.students(),
                            assembly.teachers()))
                    .forEach((metric, value) -> all.put(name + "-" + metric, value)));
    return all;
  }

  private static RunRecord.Cost cost(
      Assembly assembly, BestStudent best, InferenceSpeed speed, double seconds) {
    NetworkCost students = speed.cost(assembly.students());
    return new RunRecord.Cost(
        seconds,
        assembly.steps(),
        best.peakMemory(),
        students.parameters(),
        students.macs(),
        students.imagesPerSecond());
  }

  private RunRecord.TeacherUse use(
      List<Network> teachers,
      InferenceSpeed speed,
      Map<String, Double> before,
      Map<String, Double> after) {
    if (teachers.isEmpty()) {
      return RunRecord.TeacherUse.none();
    }
    NetworkCost cost = speed.cost(teachers);
    return new RunRecord.TeacherUse(
        plan.experiment().teacher().orElseThrow().name(),
        ingredients.teacherDigest(),
        cost.parameters(),
        cost.macs(),
        cost.imagesPerSecond(),
        before,
        after);
  }

  /** The weights, and how to build the network again. */
  private void export(Assembly assembly, NetworkBytes last, NetworkBytes best) throws IOException {
    AtomicFile.write(folder.student("network.bin"), last::writeTo);
    AtomicFile.write(folder.student("best.bin"), best::writeTo);
    ObjectNode how = plan.experiment().student().identity();
    var spec = assembly.train().spec();
    how.putPOJO("input", spec.input().getShape());
    how.put("classes", spec.classes());
    how.putPOJO("mean", spec.mean());
    how.putPOJO("std", spec.std());
    how.put("sha256", last.sha256());
    how.put("best-sha256", best.sha256());
    new StudentOnnx(assembly, folder).write(last, best, how);
    AtomicFile.write(
        folder.student("student.json"),
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(how));
  }
}
