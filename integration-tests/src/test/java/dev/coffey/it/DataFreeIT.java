package dev.coffey.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Students that never see a training image. */
class DataFreeIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String SHIPPED =
      """
      name: data-free
      dataset: mnist
      teacher:
        network: lenet5
        train: { epochs: 1, samples: 1000, optimizer: { lr: 0.05 } }
      student: lenet5-half
      train:
        epochs: 2
        steps-per-epoch: 2
        samples: 200
        batch: 50
        optimizer: { lr: 0.01 }
      compare:
        - random-generator: { ngf: 4, batch: 16 }
        - noise: { batch: 16 }
        - dafl: { ngf: 4, batch: 16 }
        - dfad: { ngf: 4, batch: 16 }
        - mad: { ngf: 4, batch: 16, classes: sum, shift-every: 1 }
        - cgdd: { ngf: 4, batch: 16, warm-up: 1 }
        - kd
      seeds: [1]
      metrics: [accuracy, relative-accuracy]
      """;

  /** Images that nobody may be trained on, and a teacher that comes from elsewhere. */
  private static final String CLOSED =
      """
      package closed;
      import ai.djl.ndarray.types.Shape;
      import ai.djl.nn.core.Linear;
      import dev.coffey.api.*;
      import dev.coffey.api.plugin.PluginModule;
      import dev.coffey.nn.block.Staged;
      import dev.coffey.nn.data.ByteImages;
      import java.util.List;
      public final class ClosedPlugin extends PluginModule {
        @Override protected void contribute() {
          dataset("closed").to(Closed.class);
          teacher("untaught").to(Untaught.class);
        }
        public static final class Closed implements Dataset {
          @Override public Source open(Run run, String split) {
            if (split.startsWith("train")) {
              throw new IllegalArgumentException("the training split is closed");
            }
            return new ByteImages(run, DataSpec.of(new Shape(1, 28, 28), 2),
                new byte[2 * 28 * 28], new int[] {0, 1}, new long[] {0, 1});
          }
        }
        public static final class Untaught implements Teacher {
          @Override public List<Network> open(Run run) {
            var block = Staged.builder()
                .apply(x -> x.reshape(x.getShape().get(0), -1))
                .add(Linear.builder().setUnits(run.data().classes()).build()).tap("logits").build();
            return List.of(run.build("teacher", block, run.data().input()).freeze());
          }
        }
      }
      """;

  private static final String OPEN_NOTHING =
      """
      name: closed
      dataset: closed
      teacher: { use: untaught }
      student: lenet5-half
      train: { epochs: 1, steps-per-epoch: 2, optimizer: { lr: 0.01 } }
      compare:
        - random-generator: { ngf: 4, batch: 8 }
        - noise: { batch: 8 }
        - dafl: { ngf: 4, batch: 8, activation: 0 }
        - dfad: { ngf: 4, batch: 8 }
        - mad: { ngf: 4, batch: 8 }
        - cgdd: { ngf: 4, batch: 8, warm-up: 1, attention: 0 }
      seeds: [1]
      metrics: [accuracy]
      """;

  private @TempDir Path folder;

  @Test
  void allMethodsRunAndOnlyKdDependsOnTrainingImages() throws IOException {
    Experiments.write(folder, SHIPPED);

    var ended = Coffey.assembled().in(folder, "run", "experiment.yaml");

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("relative-accuracy");
    var readers = new TreeMap<String, Boolean>();
    for (Path run : runs("data-free")) {
      JsonNode record = JSON.readTree(run.resolve("record.json").toFile());
      readers.put(record.path("method").asText(), record.path("data").has("train"));
    }
    assertThat(readers)
        .hasSize(7)
        .containsEntry("kd", true)
        .containsValue(false)
        .matches(all -> all.values().stream().filter(reads -> reads).count() == 1);
    assertThat(series("cgdd"))
        .contains("train/label-agreement", "train/generator-loss", "train/student-loss");
    assertThat(series("mad")).contains("train/shift", "train/average-shift");
    assertShowsPictures(folder.resolve("runs/data-free/report.html"));
    var compared =
        Coffey.assembled().in(folder, "compare", "runs/data-free", "--report", "other.html");
    assertThat(compared.code()).as(compared.err()).isZero();
    assertShowsPictures(folder.resolve("other.html"));
    assertThat(ended.out()).contains("images/s");
    JsonNode results = JSON.readTree(folder.resolve("runs/data-free/results.json").toFile());
    assertThat(results.path("rows"))
        .allMatch(row -> row.at("/cost/imagesPerSecond/mean").asDouble() > 0);
    assertThat(results.at("/teacher/imagesPerSecond").asDouble()).isPositive();
    assertThat(results.at("/teacher/macs").asLong()).isPositive();
  }

  /** Six methods show what they generate, one of them twice, at each of the two epochs. */
  private static void assertShowsPictures(Path report) throws IOException {
    String html = Files.readString(report);
    assertThat(html)
        .contains("<h3>random-generator/seed-1, generated</h3>")
        .contains("<h3>mad/seed-1, generated-average</h3>")
        .doesNotContain("<h3>kd/seed-1");
    assertThat(html.split("<img src=\"data:image/png;base64,", -1)).hasSize(1 + 7 * 2);
  }

  private Set<String> series(String method) throws IOException {
    var series = new TreeSet<String>();
    for (Path run : runs("data-free")) {
      if (run.getFileName().toString().startsWith(method + "-seed")) {
        for (String line : Files.readAllLines(run.resolve("events.jsonl"))) {
          series.add(JSON.readTree(line).path("series").asText());
        }
      }
    }
    return series;
  }

  @Test
  void theTrainingSplitMayBeClosed() throws IOException {
    Coffey coffey = Coffey.copyInto(folder.resolve("coffey"));
    PluginSource.compileInto(
        coffey.home().resolve("plugins/closed.jar"), "closed.ClosedPlugin", CLOSED);
    Experiments.write(folder, OPEN_NOTHING);

    var ended = coffey.in(folder, "run", "experiment.yaml");

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(runs("closed")).hasSize(6);
  }

  private List<Path> runs(String experiment) throws IOException {
    try (var runs = Files.list(folder.resolve("runs/" + experiment + "/runs"))) {
      return runs.toList();
    }
  }
}
