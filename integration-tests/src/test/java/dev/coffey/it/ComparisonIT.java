package dev.coffey.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A comparison from file to report; the first run is shared by the tests. */
@TestInstance(Lifecycle.PER_CLASS)
class ComparisonIT {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<String> MEASURED = List.of("seconds", "peakMemory", "imagesPerSecond");

  private final Coffey coffey = Coffey.assembled();
  private Path folder;
  private Coffey.Ended first;

  @BeforeAll
  void runOnce(@TempDir Path given) {
    folder = given;
    Experiments.write(folder, Experiments.SMALL);
    first = coffey.in(folder, "run", "experiment.yaml");
  }

  @Test
  void endsWithATableAndAReport() {
    assertThat(first.err()).contains("teacher/seed-1: train-teacher").contains("kd/seed-2: done");
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.out()).contains("supervised", "kd", "agreement", "report.html");
    assertThat(folder.resolve("runs/small/report.html")).content().contains("supervised", "kd");
  }

  @Test
  void everyRunKeepsRecordEventsAndStudent() throws IOException {
    for (Path run : runs(folder.resolve("runs/small"))) {
      JsonNode record = MAPPER.readTree(run.resolve("record.json").toFile());
      assertThat(record.path("status").asText()).isEqualTo("finished");
      assertThat(record.path("plugins").findValuesAsText("digest"))
          .allMatch(digest -> digest.matches("[0-9a-f]{64}"));
      assertThat(record.path("teacher").path("validation").path("accuracy").asDouble())
          .isBetween(0.3, 1.0);
      assertThat(run.resolve("student/network.bin")).isNotEmptyFile();
      assertThat(run.resolve("student/student.json")).content().contains("lenet5-half");
      assertThat(Files.readAllLines(run.resolve("events.jsonl")))
          .hasSizeGreaterThan(4)
          .allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    }
  }

  /**
   * Nothing moves at a rate that is 0 in float32, so students and losses show weights and order.
   */
  @Test
  void methodsShareInitialWeightsAndDataOrderAndSeedsDiffer() throws IOException {
    var ended =
        coffey.in(
            folder,
            "run",
            "experiment.yaml",
            "-D",
            "name=still",
            "-D",
            "train.optimizer.lr=1e-50",
            "-D",
            "train.batch=64"); // the last batch is smaller, so the mean tells the order
    assertThat(ended.code()).as(ended.err()).isZero();
    var students = new TreeMap<String, String>();
    var losses = new TreeMap<String, List<String>>();
    for (Path run : runs(folder.resolve("runs/still"))) {
      JsonNode record = MAPPER.readTree(run.resolve("record.json").toFile());
      String name = record.path("method").asText() + record.path("seed").asText();
      students.put(name, record.path("student").asText());
      losses.put(name, hardLabelLosses(run));
    }
    assertThat(students.get("kd1"))
        .isEqualTo(students.get("supervised1"))
        .isNotEqualTo(students.get("kd2"));
    assertThat(losses.get("kd1"))
        .hasSize(2)
        .doesNotHaveDuplicates()
        .isEqualTo(losses.get("supervised1"))
        .isNotEqualTo(losses.get("kd2"));
    assertThat(losses.get("kd2")).isEqualTo(losses.get("supervised2"));
  }

  private static List<String> hardLabelLosses(Path run) throws IOException {
    var losses = new ArrayList<String>();
    for (String line : Files.readAllLines(run.resolve("events.jsonl"))) {
      JsonNode event = MAPPER.readTree(line);
      if (event.path("series").asText().equals("train/cross-entropy")) {
        losses.add(event.path("value").asText());
      }
    }
    return losses;
  }

  @Test
  void aSecondRunMakesNothing() throws IOException {
    Map<Path, FileTime> before = times(folder);
    var second = coffey.in(folder, "run", "experiment.yaml");
    assertThat(second.code()).isZero();
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(second.err()).isEmpty();
    assertThat(times(folder)).isEqualTo(before);
  }

  @Test
  void jsonIsOneDocumentOnStandardOutput() throws IOException {
    var ended = coffey.in(folder, "run", "experiment.yaml", "--json");
    assertThat(MAPPER.readTree(ended.out())).isEqualTo(results(folder, "small"));
  }

  @Test
  void anAddedMethodIsTheOnlyOneTrained() throws IOException {
    Map<Path, FileTime> before = times(folder);
    Path more = folder.resolve("more.yaml");
    Files.writeString(
        more,
        Experiments.SMALL.replace(
            "seeds:",
            """
              - mse: { weight: 0.1 }
              - weighted-sum:
                  as: mixed
                  losses: [cross-entropy, { kd-kl: { weight: "linear(1, 0)", temperature: 2 } }]
            seeds:\
            """));
    var ended = coffey.in(folder, "run", "more.yaml");
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.err())
        .contains("mse/seed-1", "mixed/seed-2")
        .doesNotContain("kd/seed", "teacher/seed");
    assertThat(times(folder)).containsAllEntriesOf(before);
    // leave the results as the other tests expect them
    coffey.in(folder, "run", "experiment.yaml");
  }

  @Test
  void anotherFolderGivesTheSameFigures() throws IOException {
    var ended = coffey.in(folder, "run", "experiment.yaml", "--out", "again");
    assertThat(ended.code()).as(ended.err()).isZero();
    JsonNode again = MAPPER.readTree(folder.resolve("again/small/results.json").toFile());
    assertThat(timeless(again)).isEqualTo(timeless(results(folder, "small")));
  }

  @Test
  void aRunCanBeReproducedFromItsRecord() throws IOException {
    Path run =
        runs(folder.resolve("runs/small")).stream()
            .filter(path -> path.toString().contains("kd-seed-2"))
            .findFirst()
            .orElseThrow();
    var ended = coffey.in(folder, "reproduce", run.toString(), "--json");
    assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
    assertThat(MAPPER.readTree(ended.out()).path("identical").asBoolean()).isTrue();
  }

  @Test
  void finishedExperimentsCanBeCompared() {
    var csv = coffey.in(folder, "compare", "runs/small", "--csv");
    assertThat(csv.code()).isZero();
    assertThat(csv.out().lines()).hasSize(5);
    assertThat(coffey.in(folder, "compare", "runs/small").out()).contains("supervised", "kd");
  }

  private static JsonNode results(Path folder, String experiment) throws IOException {
    return MAPPER.readTree(folder.resolve("runs/" + experiment + "/results.json").toFile());
  }

  private static String timeless(JsonNode results) {
    for (JsonNode row : results.path("rows")) {
      ((ObjectNode) row.path("cost")).remove(MEASURED);
    }
    ((ObjectNode) results.path("teacher")).remove(MEASURED);
    return results.toString();
  }

  private static List<Path> runs(Path experiment) throws IOException {
    try (var runs = Files.list(experiment.resolve("runs"))) {
      return runs.filter(path -> path.getFileName().toString().matches("(kd|supervised)-.*"))
          .toList();
    }
  }

  private static Map<Path, FileTime> times(Path folder) throws IOException {
    var times = new TreeMap<Path, FileTime>();
    try (var files = Files.walk(folder.resolve("runs"))) {
      for (Path file :
          files.filter(path -> path.toString().matches(".*(record.json|network.bin)")).toList()) {
        times.put(file, Files.getLastModifiedTime(file));
      }
    }
    return times;
  }
}
