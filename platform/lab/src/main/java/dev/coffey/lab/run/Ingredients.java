package dev.coffey.lab.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coffey.lab.experiment.Experiment;
import dev.coffey.lab.experiment.MethodPlan;
import dev.coffey.lab.experiment.StagePlan;
import dev.coffey.lab.experiment.Swap;
import dev.coffey.lab.experiment.TeacherPlan;
import dev.coffey.lab.store.ContentDigest;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that can change a result, as a tree whose digest names the result: plugins by their
 * jars' digests, options, data by content, seed, engine, device, Coffey's version.
 */
record Ingredients(Experiment experiment, String version, DataDigests data) {
  /** What goes into a stage. */
  ObjectNode of(StagePlan stage) {
    ObjectNode node = stage.identity();
    // a trained stage draws its random numbers under its name, samples are the same under any
    node.put("stage", stage.student().isPresent() ? Stages.title(stage) : "make");
    if (stage.isTeacher()) {
      node.remove("metrics"); // they only watch the teacher's training
    }
    node.put("teacher", digest(stage.teacher()));
    if (stage.judge().isPresent()) {
      node.put("judge", digest(stage.judge()));
    }
    common(node, data.of(stage.dataset(), stage.readsTraining()));
    return node;
  }

  /** Digest of {@link #of(StagePlan)}: the name of its artefact. */
  String digest(StagePlan stage) {
    return ContentDigest.of(of(stage));
  }

  /** Digest of all that goes into the teacher; empty without a teacher. */
  String teacherDigest() {
    return digest(experiment.teacher());
  }

  private String digest(Optional<TeacherPlan> teacher) {
    return teacher
        .map(plan -> plan.stage().map(this::digest).orElseGet(() -> ContentDigest.of(given(plan))))
        .orElse("");
  }

  private ObjectNode given(TeacherPlan teacher) {
    ObjectNode node = teacher.identity();
    common(node, data.of(experiment.dataset(), false));
    return node;
  }

  /** What goes into one run. */
  ObjectNode of(MethodPlan method, long seed) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("stage", "distil");
    node.set("method", method.identity());
    method.pool().ifPresent(pool -> node.put("pool", digest(pool.stage())));
    node.put("seed", seed);
    node.set("student", experiment.student().identity());
    node.set("dataset", experiment.dataset().identity());
    node.put("teacher", teacherDigest());
    ArrayNode metrics = node.putArray("metrics");
    experiment.metrics().forEach(metric -> metrics.add(metric.identity()));
    experiment
        .tests()
        .forEach((name, test) -> node.withObject("/tests").set(name, test.identity()));
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
