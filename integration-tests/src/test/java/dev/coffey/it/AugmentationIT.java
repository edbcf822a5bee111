package dev.coffey.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Augmented and mixed batches in a comparison, with and without a teacher. */
class AugmentationIT {
  private static final String EXPERIMENT =
      """
      name: augmentation
      dataset: mnist
      teacher: { network: lenet5-half, train: { epochs: 1, samples: 300 } }
      student: lenet5-half
      train: { epochs: 6, samples: 300, batch: 50, optimizer: { lr: 0.05 } }
      compare:
        - supervised
        - augmented
        - mixup
        - cutmix
        - cutmix: { as: each-its-own, alpha: 0.5, per: sample }
        - weighted-sum: { as: taught, composers: [augment: { shift: 1 }, mixup], losses: [soft-cross-entropy, kd-kl] }
      seeds: [1]
      metrics: [accuracy]
      """;

  private @TempDir Path folder;

  @Test
  void augmentedAndMixedBatchesAreComparedWithPlainOnes() throws IOException {
    Experiments.write(folder, EXPERIMENT);

    var ended = Coffey.assembled().in(folder, "run", "experiment.yaml");

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(Experiments.students(folder.resolve("runs/augmentation")).values())
        .hasSize(6)
        .doesNotHaveDuplicates();
    JsonNode rows =
        new ObjectMapper()
            .readTree(folder.resolve("runs/augmentation/results.json").toFile())
            .path("rows");
    assertThat(rows.findValuesAsText("method"))
        .containsExactly("supervised", "augmented", "mixup", "cutmix", "each-its-own", "taught");
    assertThat(rows)
        .extracting(row -> row.path("metrics").path("accuracy").path("mean").asDouble())
        .allSatisfy(accuracy -> assertThat(accuracy).isBetween(0.3, 1.0)); // chance is 0.1
  }
}
