package dev.coffey.it;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Small experiment files on real digits: seconds instead of minutes. */
final class Experiments {
  private Experiments() {}

  static final String SMALL =
      """
      name: small
      dataset: mnist
      teacher:
        network: lenet5
        train: { epochs: 1, samples: 1000, optimizer: { lr: 0.05 } }
      student: lenet5-half
      train:
        epochs: 2
        samples: 200
        batch: 50
        optimizer: { lr: 0.01 }
      compare:
        - supervised
        - kd: { temperature: 4, weight: 0.5 }
      seeds: [1, 2]
      metrics: [accuracy, agreement, ece]
      """;

  /** The students of the runs in an experiment's folder: the run's name → digest of its weights. */
  static Map<String, String> students(Path experiment) throws IOException {
    var students = new TreeMap<String, String>();
    try (var runs = Files.newDirectoryStream(experiment.resolve("runs"))) {
      for (Path run : runs) {
        var record = new ObjectMapper().readTree(run.resolve("record.json").toFile());
        students.put(run.getFileName().toString(), record.path("student").asText());
      }
    }
    return students;
  }

  static Path write(Path folder, String text) {
    try {
      Path file = folder.resolve("experiment.yaml");
      Files.writeString(file, text);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
