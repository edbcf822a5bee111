package dev.coffey.lab.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coffey.lab.experiment.Experiment;
import dev.coffey.lab.experiment.MethodPlan;
import dev.coffey.lab.experiment.Swap;
import dev.coffey.lab.store.ContentDigest;
import java.util.Map;

/**
 * Everything that can change a result, as a tree whose digest names the result: plugins by their
 * jars' digests, options, data by content, seed, engine, device, Coffey's version.
 */
record Ingredients(Experiment experiment, String version, DataDigests data) {
  /** What goes into the teacher; an empty tree without one. */
  ObjectNode ofTeacher() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    experiment
        .teacher()
        .ifPresent(
            teacher -> {
              node.put("stage", "train-teacher");
              node.setAll(teacher.identity());
              common(node, data.teachers());
            });
    return node;
  }

  /** Digest of {@link #ofTeacher}; empty without a teacher. */
  String teacherDigest() {
    return experiment.teacher().isEmpty() ? "" : ContentDigest.of(ofTeacher());
  }

  /** What goes into one run. */
  ObjectNode of(MethodPlan method, long seed) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("stage", "distil");
    node.set("method", method.identity());
    node.put("seed", seed);
    node.set("student", experiment.student().identity());
    node.set("dataset", experiment.dataset().identity());
    node.put("teacher", teacherDigest());
    ArrayNode metrics = node.putArray("metrics");
    experiment.metrics().forEach(metric -> metrics.add(metric.identity()));
    if (experiment.options().swap() != Swap.NEVER) {
      node.put("swap", experiment.options().swap().name()); // what it takes is not known yet
    }
    common(node, data.of(method));
    return node;
  }

  private void common(ObjectNode node, Map<String, String> digests) {
    ObjectNode content = node.putObject("data");
    digests.forEach(content::put);
    node.put("engine", experiment.options().engine());
    node.put("device", experiment.options().device());
    node.put("coffey", version);
  }
}
