package dev.coffey.benchmarks.loop;

import dev.coffey.api.Network;
import dev.coffey.benchmarks.product.Product;
import dev.coffey.nn.Workspace;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Ways to train the same student. */
public enum Training {
  /** On hard labels alone. */
  SUPERVISED,
  /** As the recipe {@code kd} does, with a LeNet-5 that looks at every batch. */
  DISTILLING,
  /** The same, with a LeNet-5 that looks at every image once. */
  CACHED;

  /** Opens everything for its first step. */
  public CoffeyLoop open(Product product, Task task) {
    Workspace workspace = product.workspace(task.data());
    workspace.stage("distil", CoffeyLoop.STEPS_OF_THE_STAGE);
    workspace.optimizer("student", Task.optimizer(), Task.schedule());
    var opening = new Opening(product, workspace);
    List<Network> frozen = opening.teachers(teachers());
    List<Network> students = opening.students(task.student());
    // sorted, so that the sum is taken in the same order in every process
    var terms = opening.terms(new TreeMap<>(weights()));
    var view = this == CACHED ? opening.cached(frozen, terms, task.batch()) : Opening.asked(frozen);
    return new CoffeyLoop(
        workspace, task, students.get(0), opening.procedure(view, students, terms));
  }

  private List<String> teachers() {
    return this == SUPERVISED ? List.of() : List.of("lenet5");
  }

  private Map<String, String> weights() {
    return this == SUPERVISED
        ? Map.of("cross-entropy", "1")
        : Map.of("cross-entropy", "complement(0.9)", "kd-kl", "0.9");
  }
}
