package dev.coffey.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every recipe of the plugin classical, with a student of the teacher's family. */
class ClassicalMethodsIT {
  private static final String EXPERIMENT =
      """
      name: classical
      dataset: mnist
      teacher: { network: lenet5, train: { epochs: 1, samples: 1000 } }
      student: lenet5-half
      train: { epochs: 6, samples: 300, batch: 50, optimizer: { lr: 0.02, clip-norm: 5 } }
      compare: [supervised, dkd, fitnet, at, sp, rkd, pkt, vid, crd: { samples: 300 }, reviewkd]
      seeds: [1]
      metrics: [accuracy]
      """;

  private @TempDir Path folder;

  @Test
  void everyRecipeTrainsAStudent() throws IOException {
    Experiments.write(folder, EXPERIMENT);

    var ended = Coffey.assembled().in(folder, "run", "experiment.yaml");

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(Experiments.students(folder.resolve("runs/classical")).values())
        .hasSize(10)
        .doesNotHaveDuplicates();
    JsonNode rows =
        new ObjectMapper()
            .readTree(folder.resolve("runs/classical/results.json").toFile())
            .path("rows");
    assertThat(rows.findValuesAsText("method"))
        .containsExactly(
            "supervised", "dkd", "fitnet", "at", "sp", "rkd", "pkt", "vid", "crd", "reviewkd");
    assertThat(rows)
        .extracting(row -> row.path("metrics").path("accuracy").path("mean").asDouble())
        .allSatisfy(accuracy -> assertThat(accuracy).isBetween(0.2, 1.0)); // chance is 0.1
  }
}
