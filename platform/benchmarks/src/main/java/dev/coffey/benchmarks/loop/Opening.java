package dev.coffey.benchmarks.loop;

import dev.coffey.api.Loss;
import dev.coffey.api.Method.Procedure;
import dev.coffey.api.Network;
import dev.coffey.api.Student;
import dev.coffey.benchmarks.product.Product;
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

  Procedure procedure(List<Network> teachers, List<Network> students, List<WeightedTerm> terms) {
    return new WeightedSum(
        Product.view(workspace, "method/weighted-sum"), teachers, students, terms);
  }
}
