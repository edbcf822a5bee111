package dev.coffey.lab.experiment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coffey.api.Dataset;
import dev.coffey.api.Loss;
import dev.coffey.api.Student;
import dev.coffey.api.Teacher;
import java.util.Optional;

/**
 * The teacher, resolved: a network to train, with the loss to train it on, a service that brings
 * trained networks, or a file with one.
 */
public record TeacherPlan(
    Optional<Resolved<Student>> network,
    Optional<Resolved<Teacher>> service,
    Optional<TeacherFile> file,
    Resolved<Dataset> dataset,
    Optional<Resolved<Loss>> loss,
    TrainOptions train,
    long seed,
    boolean cache) {
  /** Id of the network or of the service, or the file's name. */
  public String name() {
    if (file.isPresent()) {
      return file.get().file().name();
    }
    return network.map(Resolved::offer).or(() -> service.map(Resolved::offer)).orElseThrow().id();
  }

  /** Everything that can change the teacher, its data's content excepted. */
  public ObjectNode identity() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    service.ifPresent(teacher -> node.set("service", teacher.identity()));
    file.ifPresent(one -> node.set("file", one.identity()));
    network.ifPresent(
        student -> {
          node.set("network", student.identity());
          node.set("dataset", dataset.identity());
          node.set("loss", loss.orElseThrow().identity());
          node.set("train", train.tree());
          node.put("seed", seed);
        });
    return node;
  }
}
