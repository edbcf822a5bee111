package dev.coffey.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Stages: a teacher's mechanisms make pictures with independent causes, classifiers learn from
 * them.
 */
class CounterfactualsIT {
  private static final String CHAIN =
      """
      name: chain
      dataset: { double-colored-mnist: { digits: strokes } }
      stages:
        made:
          teacher: { use: analytic-cgn }
          composers: [counterfactuals, alpha]
          samples: 2000
      student: { mnist-cnn: { width: 16, batch-norm: true } }
      train:
        samples: 2000
        batch: 64
        epochs: 4
        validate-every: 4
        optimizer: { name: adam, lr: 2.0e-3 }
      compare:
        - supervised: { as: original }
        - supervised: { as: counterfactual, data: made }
        - supervised: { as: mixed, data: { made: { share: 0.5 } }, train: { epochs: 1 } }
      seeds: [1]
      tests: { iid: { double-colored-mnist: { digits: strokes, test: biased } } }
      metrics: [accuracy, visible-accuracy]
      """;

  private @TempDir Path folder;

  @Test
  void aClassifierOfCounterfactualsIsNotFooledByColoursAndTheStageIsMadeOnce() throws IOException {
    Experiments.write(folder, CHAIN);

    var ended = Coffey.assembled().in(folder, "run", "experiment.yaml");

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("2000 samples").contains("iid-accuracy");
    assertThat(figure("original", "iid-accuracy")).isGreaterThan(0.9);
    assertThat(figure("original", "accuracy")).isLessThan(0.25);
    assertThat(figure("counterfactual", "accuracy"))
        .isGreaterThan(figure("original", "accuracy") + 0.2);
    assertThat(ended.err()).contains("made/seed-1: done");

    var again = Coffey.assembled().in(folder, "run", "experiment.yaml", "-D", "train.epochs=1");

    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.err()).doesNotContain("made/seed-1");
  }

  @Test
  void whatAStageLacksIsToldBeforeAnythingIsTrained() throws IOException {
    Experiments.write(folder, CHAIN.replace("data: made", "data: mode"));

    var ended = Coffey.assembled().in(folder, "run", "experiment.yaml");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err())
        .contains("there is no stage 'mode' that makes samples; did you mean made?");
    assertThat(folder.resolve("runs/artefacts")).doesNotExist();
  }

  private double figure(String method, String metric) throws IOException {
    JsonNode results =
        new ObjectMapper().readTree(Files.readString(folder.resolve("runs/chain/results.json")));
    for (JsonNode row : results.path("rows")) {
      if (row.path("method").asText().equals(method)) {
        return row.path("metrics").path(metric).path("mean").asDouble();
      }
    }
    throw new AssertionError("there is no row " + method);
  }
}
