package dev.coffey.benchmarks.loop;

import dev.coffey.api.Loss;
import dev.coffey.api.Method.Procedure;
import dev.coffey.api.Network;
import dev.coffey.api.Student;
import dev.coffey.benchmarks.product.Product;
import dev.coffey.lab.method.CachedTeachers;
import dev.coffey.lab.method.Outputs;
import dev.coffey.lab.method.TeacherCache;
import dev.coffey.lab.method.TeacherView;
import dev.coffey.lab.method.Weight;
import dev.coffey.lab.method.WeightedSum;
import dev.coffey.lab.method.WeightedTerm;
import dev.coffey.lab.method.Wiring;
import dev.coffey.nn.Workspace;
import java.util.List;
import java.util.Map;

/** Opens a product's services on one workspace, in the order in which the lab does. */
record Opening(Product product, Workspace workspace) {
  List<Network> teachers(List<String> ids) {
    return ids.stream().map(this::teacher).toList();
  }

  private Network teacher(String id) {
    Student service = product.service(Student.class, id);
    return service.open(Product.viewAsTeacher(workspace)).get(0).freeze();
  }

  List<Network> students(String id) {
    return product.service(Student.class, id).open(Product.view(workspace, "student"));
  }

  /** {@code weights}: by the id of the loss. */
  List<WeightedTerm> terms(Map<String, String> weights) {
    return weights.entrySet().stream().map(term -> term(term.getKey(), term.getValue())).toList();
  }

  private WeightedTerm term(String id, String weight) {
    Loss loss = product.service(Loss.class, id);
    return new WeightedTerm(
        id,
        Weight.parse(weight),
        new Wiring(loss.inputs()),
        loss.open(Product.view(workspace, "loss/" + id)));
  }

  /** Teachers that look at every batch. */
  static TeacherView asked(List<Network> teachers) {
    return (all, batch) -> Outputs.add(all, teachers, batch);
  }

  /** Teachers that look at every sample once. */
  TeacherView cached(List<Network> teachers, List<WeightedTerm> terms, int batch) {
    List<String> sources =
        terms.stream().flatMap(term -> term.wiring().ofTeacher()).distinct().toList();
    return new CachedTeachers(
        Product.view(workspace, "method/weighted-sum"),
        teachers,
        sources,
        batch,
        new TeacherCache());
  }

  Procedure procedure(TeacherView teachers, List<Network> students, List<WeightedTerm> terms) {
    return new WeightedSum(
        Product.view(workspace, "method/weighted-sum"), teachers, students, terms);
  }
}
