package dev.coffey.lab.experiment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coffey.api.Student;
import dev.coffey.api.Teacher;
import dev.coffey.kernel.catalogue.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The teacher, resolved: networks that a stage trains, a service that brings trained networks, or
 * files with one each.
 */
public record TeacherPlan(
    Optional<StagePlan> stage,
    Optional<Resolved<Teacher>> service,
    List<TeacherFile> files,
    boolean cache) {
  /** The networks that are trained. */
  public Optional<Resolved<Student>> network() {
    return stage.flatMap(StagePlan::student);
  }

  /** Id of the network or of the service, or the files' names. */
  public String name() {
    if (!files.isEmpty()) {
      return files.stream().map(one -> one.file().name()).collect(Collectors.joining(", "));
    }
    return network().map(Resolved::offer).or(() -> service.map(Resolved::offer)).orElseThrow().id();
  }

  /** Everything that can change a teacher that isn't trained by a stage. */
  public ObjectNode identity() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    service.ifPresent(teacher -> node.set("service", teacher.identity()));
    if (files.size() == 1) {
      node.set("file", files.get(0).identity());
    } else {
      files.forEach(one -> node.withObject("/files").set(one.role(), one.identity()));
    }
    return node;
  }

  /** The services it uses. */
  List<Offer> offers() {
    var offers = new ArrayList<Offer>();
    stage.ifPresent(plan -> offers.addAll(plan.offers()));
    service.ifPresent(one -> offers.add(one.offer()));
    return offers;
  }
}
