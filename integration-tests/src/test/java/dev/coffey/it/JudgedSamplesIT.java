package dev.coffey.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures and pictures of samples that a stage makes. */
class JudgedSamplesIT {
  private static final String JUDGED =
      """
      name: judged
      dataset: { double-colored-mnist: { digits: strokes, train: shifted } }
      stages:
        eye:
          student: { mnist-cnn: { width: 8, batch-norm: true } }
          train: { samples: 1000, batch: 50, epochs: 2, optimizer: { name: adam, lr: 5.0e-3 } }
          metrics: [accuracy]
        pool:
          teacher: { use: analytic-cgn }
          composers: [counterfactuals, alpha]
          samples: 200
          judge: { stage: eye }
          metrics: [classifier-fid, kernel-distance, classifier-score, mask-statistics]
        faint:
          teacher: { use: analytic-cgn }
          composers: [counterfactuals, { mask-opacity: { factor: 0.3 } }, alpha]
          samples: 200
          judge: { stage: eye }
          metrics: [classifier-fid, kernel-distance]
      student: { mnist-cnn: { width: 4 } }
      train: { batch: 50, epochs: 1 }
      compare:
        - supervised: { data: pool }
      seeds: [1]
      metrics: [accuracy]
      """;

  private @TempDir Path folder;

  @Test
  void aStageThatMakesSamplesSaysHowGoodTheyAreAndShowsThem() throws IOException {
    Experiments.write(folder, JUDGED);

    var ended = Coffey.assembled().in(folder, "run", "experiment.yaml");

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("classifier-fid", "classifier-score", "mask-statistics");
    JsonNode pool = stage("pool");
    JsonNode figures = pool.path("metrics");
    assertThat(figures.path("classifier-fid").asDouble()).isBetween(0.1, 16.0);
    assertThat(figures.path("classifier-fid/samples").asInt()).isEqualTo(200);
    assertThat(figures.path("classifier-fid/real").asInt()).isEqualTo(200);
    assertThat(figures.path("classifier-fid/dimensions").asInt()).isEqualTo(16);
    for (String distance : List.of("classifier-fid", "kernel-distance")) {
      assertThat(stage("faint").path("metrics").path(distance).asDouble())
          .isGreaterThan(2 * figures.path(distance).asDouble());
    }
    assertThat(figures.path("classifier-score").asDouble()).isBetween(1.0, 10.0);
    assertThat(figures.path("mask-statistics").asDouble()).isCloseTo(0.15, within(0.1));
    assertThat(figures.path("mask-statistics/decided").asDouble()).isGreaterThan(0.7);
    Path pictures = folder.resolve("runs/artefacts/" + pool.path("digest").asText() + "/pictures");
    assertThat(pictures.resolve("samples/epoch-0000.png")).isNotEmptyFile();
    assertThat(pictures.resolve("mask/epoch-0000.png")).isNotEmptyFile();
    assertThat(folder.resolve("runs/judged/report.html"))
        .content()
        .contains("<h3>pool/seed-1, samples</h3>", "<h3>pool/seed-1, mask</h3>", "<td>200 samples");
  }

  @Test
  void aStageWhoseMetricsNeedAJudgeIsRefusedWithoutOne() throws IOException {
    Experiments.write(folder, JUDGED.replace("judge: { stage: eye }", ""));

    var ended = Coffey.assembled().in(folder, "run", "experiment.yaml");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err())
        .contains("stages.pool", "classifier-fid needs a network that judges the samples");
    assertThat(folder.resolve("runs/artefacts")).doesNotExist();
  }

  private JsonNode stage(String name) throws IOException {
    JsonNode results =
        new ObjectMapper().readTree(Files.readString(folder.resolve("runs/judged/results.json")));
    for (JsonNode stage : results.path("stages")) {
      if (stage.path("name").asText().equals(name)) {
        return stage;
      }
    }
    throw new AssertionError("there is no stage " + name);
  }
}
