package dev.coffey.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Boundary samples in a comparison, and metrics that compare boundaries. */
class BoundaryIT {
  private static final String EXPERIMENT =
      """
      name: boundary
      dataset: mnist
      teacher: { network: lenet5, train: { epochs: 2, samples: 1000 } }
      student: lenet5-half
      train: { epochs: 4, samples: 200, batch: 50, optimizer: { lr: 0.05 } }
      compare:
        - supervised
        - kd
        - bss: { attacked: 16 }
        - bss: { as: rejecting, attacked: 16, reject: paper, attack: { eta: 0.2, clip: 2.5 } }
      seeds: [1]
      metrics: [accuracy, agreement, mag-sim: { samples: 200 }, ang-sim: { samples: 200 }]
      """;

  private @TempDir Path folder;

  @Test
  void boundarySamplesAreComparedWithSoftLabelsAlone() throws IOException {
    Experiments.write(folder, EXPERIMENT);

    var ended = Coffey.assembled().in(folder, "run", "experiment.yaml");

    assertThat(ended.code()).as(ended.err()).isZero();
    JsonNode rows =
        new ObjectMapper()
            .readTree(folder.resolve("runs/boundary/results.json").toFile())
            .path("rows");
    assertThat(rows.findValuesAsText("method"))
        .containsExactly("supervised", "kd", "bss", "rejecting");
    assertThat(Experiments.students(folder.resolve("runs/boundary")).values())
        .hasSize(4)
        .doesNotHaveDuplicates();
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(mean(row, "mag-sim")).isBetween(0.1, 1.0);
              assertThat(mean(row, "ang-sim")).isBetween(-1.0, 1.0);
            });
    assertThat(events("bss"))
        .contains("bss/left-base", "bss/in-target", "bss/gap-before", "bss/gap-after");
    assertThat(events("kd")).doesNotContain("bss/");
  }

  /** What the only run of {@code method} told. */
  private String events(String method) throws IOException {
    try (var runs =
        Files.newDirectoryStream(folder.resolve("runs/boundary/runs"), method + "-seed-1-*")) {
      return Files.readString(runs.iterator().next().resolve("events.jsonl"));
    }
  }

  private static double mean(JsonNode row, String metric) {
    return row.path("metrics").path(metric).path("mean").asDouble(Double.NaN);
  }
}
