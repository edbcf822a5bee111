package dev.coffey.lab.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coffey.api.Dataset.Source;
import dev.coffey.api.Event;
import dev.coffey.api.Network;
import dev.coffey.lab.store.AtomicFile;
import java.io.IOException;
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

  Distilled run(NetworkBytes teacherWeights) throws IOException {
    long start = System.nanoTime();
    try (var assembly = Assembly.open(plan, teacherWeights, signal::report)) {
      List<Network> students = assembly.students();
      List<Network> teachers = assembly.teachers();
      signal.send(new Event.StageStarted(signal.run(), plan.stage(), assembly.steps()));
      var evaluation = new Evaluation(assembly.workspace(), plan.experiment().metrics());
      Map<String, Double> teacherBefore = evaluation.alone(assembly.validation(), teachers);
      var best = new BestStudent(evaluation, assembly, signal);
      List<RunRecord.Swap> swaps = train(assembly, evaluation, best);

      signal.send(new Event.StageStarted(signal.run(), "evaluate", 1));
      Source test = assembly.open("test");
      var last = NetworkBytes.of(students);
      Map<String, Double> metrics = evaluation.beside(test, students, teachers);
      Map<String, Double> teacherAfter = evaluation.alone(test, teachers);
      best.weights().loadInto(students);
      Map<String, Double> bestMetrics =
          best.isLast() ? metrics : evaluation.beside(test, students, teachers);
      signal.send(new Event.Evaluated(signal.run(), "test", metrics));

      export(assembly, last, best.weights());
      var cost =
          new RunRecord.Cost(
              (System.nanoTime() - start) / 1e9,
              assembly.steps(),
              best.peakMemory(),
              parameters(students),
              students.get(0).multiplyAdds());
      return new Distilled(
          use(teachers, teacherBefore, teacherAfter),
          metrics,
          bestMetrics,
          best.epoch(),
          last.sha256(),
          test.digest(),
          cost,
          swaps);
    }
  }

  private List<RunRecord.Swap> train(Assembly assembly, Evaluation evaluation, BestStudent best) {
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
            }
          });
      return swap.swaps();
    }
  }

  private RunRecord.TeacherUse use(
      List<Network> teachers, Map<String, Double> before, Map<String, Double> after) {
    return teachers.isEmpty()
        ? RunRecord.TeacherUse.none()
        : new RunRecord.TeacherUse(
            plan.experiment().teacher().orElseThrow().name(),
            ingredients.teacherDigest(),
            parameters(teachers),
            before,
            after);
  }

  private static long parameters(List<Network> networks) {
    return networks.stream().mapToLong(Network::parameters).sum();
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
