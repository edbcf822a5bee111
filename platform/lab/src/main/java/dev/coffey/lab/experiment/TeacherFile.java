package dev.coffey.lab.experiment;

import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coffey.nn.engine.EngineSource;
import dev.coffey.nn.model.NetworkFile;
import java.util.Arrays;

/**
 * A network of a teacher or judge that comes from a file.
 *
 * @param role of the network
 * @param key where it stands in the experiment file
 * @param sha256 of all that the file consists of
 * @param reader the engine that reads it
 */
public record TeacherFile(
    String role, String key, NetworkFile file, String sha256, EngineSource reader) {
  /** Everything that can change what it says: its content, how it is fed, which engine reads it. */
  ObjectNode identity() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("sha256", sha256);
    node.put("engine", reader.name());
    node.put(
        "input", file.input().map(Shape::getShape).map(Arrays::toString).orElse("as the data"));
    if (!file.readsSamples()) {
      node.put("reads", file.reads());
    }
    var outputs = node.putArray("outputs");
    file.outputs().forEach(outputs::add);
    file.range().ifPresent(range -> node.putArray("range").add(range.least()).add(range.most()));
    return node;
  }
}
