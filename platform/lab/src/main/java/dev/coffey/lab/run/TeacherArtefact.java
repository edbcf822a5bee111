package dev.coffey.lab.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coffey.lab.store.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A trained teacher in the artefact store, {@code artefacts/DIGEST/}, under the digest of all that
 * went into it.
 *
 * @param digest digest of the ingredients
 * @param weights of its networks
 */
record TeacherArtefact(String digest, NetworkBytes weights) {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** The artefact, if it is there and undamaged. */
  static Optional<TeacherArtefact> find(Path store, String digest) throws IOException {
    Path folder = store.resolve(digest);
    Path facts = folder.resolve("artefact.json");
    Path network = folder.resolve("network.bin");
    if (!Files.exists(facts) || !Files.exists(network)) {
      return Optional.empty();
    }
    var weights = NetworkBytes.read(Files.readAllBytes(network));
    String expected = MAPPER.readTree(facts.toFile()).path("sha256").asText();
    return expected.equals(weights.sha256())
        ? Optional.of(new TeacherArtefact(digest, weights))
        : Optional.empty();
  }

  void publish(Path store, ObjectNode identity) throws IOException {
    Path folder = store.resolve(digest);
    AtomicFile.write(folder.resolve("network.bin"), weights::writeTo);
    ObjectNode facts = MAPPER.createObjectNode();
    facts.put("kind", "teacher");
    facts.put("sha256", weights.sha256());
    facts.set("made-of", identity);
    AtomicFile.write(folder.resolve("artefact.json"), MAPPER.writeValueAsBytes(facts));
  }
}
