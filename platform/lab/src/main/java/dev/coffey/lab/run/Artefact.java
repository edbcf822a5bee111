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
 * What a stage made, in {@code artefacts/DIGEST/} under the digest of all that went into it: its
 * files, and {@code artefact.json}, which is written last and says what they are.
 */
record Artefact(Path folder) {
  private static final String FACTS = "artefact.json";
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** What came of a stage, if it is complete. */
  Optional<StageOutcome> outcome() throws IOException {
    Path facts = folder.resolve(FACTS);
    return Files.exists(facts)
        ? Optional.of(MAPPER.treeToValue(MAPPER.readTree(facts.toFile()), StageOutcome.class))
        : Optional.empty();
  }

  /** The networks, if they are there and undamaged. */
  Optional<NetworkBytes> networks() throws IOException {
    Path file = folder.resolve("network.bin");
    var outcome = outcome();
    if (outcome.isEmpty() || !Files.exists(file)) {
      return Optional.empty();
    }
    var weights = NetworkBytes.read(Files.readAllBytes(file));
    return Optional.of(weights).filter(one -> one.sha256().equals(outcome.get().sha256()));
  }

  /** The samples, if they are there and undamaged. */
  Optional<SamplePool> samples() throws IOException {
    var outcome = outcome();
    return outcome.isEmpty() ? Optional.empty() : SamplePool.open(folder, outcome.get().sha256());
  }

  void publish(NetworkBytes weights, StageOutcome outcome, ObjectNode identity) throws IOException {
    AtomicFile.write(folder.resolve("network.bin"), weights::writeTo);
    publish(outcome, identity);
  }

  /** {@code identity}: what it was made of. */
  void publish(StageOutcome outcome, ObjectNode identity) throws IOException {
    ObjectNode facts = MAPPER.valueToTree(outcome);
    facts.set("made-of", identity);
    AtomicFile.write(folder.resolve(FACTS), MAPPER.writeValueAsBytes(facts));
  }
}
