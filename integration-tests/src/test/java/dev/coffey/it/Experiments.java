package dev.coffey.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
