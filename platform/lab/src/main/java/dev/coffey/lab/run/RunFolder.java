package dev.coffey.lab.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.coffey.lab.store.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder of one run: {@code record.json}, {@code events.jsonl}, {@code student/}. Its name has
 * the digest of all that went into the run, so that another configuration never overwrites it.
 */
public record RunFolder(Path path) {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  static RunFolder of(Path experiment, String method, long seed, String digest) {
    return new RunFolder(
        experiment
            .resolve("runs")
            .resolve(method + "-seed-" + seed + "-" + digest.substring(0, 12)));
  }

  /** The record, if the run has ended and the record can be read. */
  public Optional<RunRecord> record() {
    Path file = path.resolve("record.json");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(MAPPER.readValue(file.toFile(), RunRecord.class));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  void write(RunRecord record) throws IOException {
    AtomicFile.write(path.resolve("record.json"), MAPPER.writeValueAsBytes(record));
  }

  /** The event log's file. */
  public Path events() {
    return path.resolve("events.jsonl");
  }

  CheckpointFolder checkpoints() {
    return new CheckpointFolder(path.resolve("checkpoint"));
  }

  Path student(String file) {
    return path.resolve("student").resolve(file);
  }
}
