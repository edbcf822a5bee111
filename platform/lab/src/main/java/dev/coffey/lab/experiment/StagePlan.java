package dev.coffey.lab.experiment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coffey.api.Dataset;
import dev.coffey.api.Metric;
import dev.coffey.api.Student;
import dev.coffey.kernel.catalogue.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A stage, resolved: networks that are trained, or samples that are made, once for all runs.
 *
 * @param name unique in the experiment; {@code teacher} for the teacher's training
 * @param key where it stands in the experiment file
 * @param student the networks; none if it makes samples
 * @param method how they are trained; of a stage that makes samples, the composers
 * @param judge networks that the samples it makes are shown to
 * @param samples number of samples it makes; 0 if it trains networks
 * @param batch samples that are made at a time
 */
public record StagePlan(
    String name,
    String key,
    Resolved<Dataset> dataset,
    Optional<TeacherPlan> teacher,
    Optional<Resolved<Student>> student,
    MethodPlan method,
    List<Resolved<Metric>> metrics,
    Optional<TeacherPlan> judge,
    int samples,
    int batch,
    long seed) {
  /** Name of what it trains or makes. */
  public String title() {
    return student.map(networks -> networks.offer().id()).orElse(samples + " samples");
  }

  /** Whether it is the training of the experiment's own teacher, not one of {@code stages}. */
  public boolean isTeacher() {
    return key.equals("teacher");
  }

  /** Whether it reads the dataset's training split. */
  public boolean readsTraining() {
    return student.isPresent() && method.needsData();
  }

  /** Everything that can change what it makes, but teacher, judge and its data's content. */
  public ObjectNode identity() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    student.ifPresent(networks -> node.set("networks", networks.identity()));
    node.set("dataset", dataset.identity());
    node.set("method", method.identity());
    metrics.forEach(metric -> node.withArray("metrics").add(metric.identity()));
    node.put("seed", seed);
    if (samples > 0) {
      node.put("samples", samples);
      node.put("batch", batch);
    }
    return node;
  }

  /** The services it uses, those of its teacher included. */
  public List<Offer> offers() {
    var offers = new ArrayList<>(method.offers());
    offers.add(dataset.offer());
    student.ifPresent(networks -> offers.add(networks.offer()));
    teacher.ifPresent(plan -> offers.addAll(plan.offers()));
    judge.ifPresent(plan -> offers.addAll(plan.offers()));
    metrics.forEach(metric -> offers.add(metric.offer()));
    return offers;
  }
}
