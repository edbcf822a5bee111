package dev.coffey.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The shipped examples at full length: they write what {@code docs/methods} quotes to {@code
 * target/quality}, where a run that is there already is kept. Only with {@code -Pquality}: hours.
 */
@Tag("quality")
class ExamplesQualityIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FOLDER = Coffey.checkout().resolve("integration-tests/target/quality");

  @Test
  void softLabelsOfALargerTeacherHelp() throws IOException {
    JsonNode results = run("first");

    assertThat(lowest(results, "kd", "accuracy")).isPositive();
  }

  @Test
  void theClassicalLossesAreCompared() throws IOException {
    JsonNode results = run("classical");

    assertThat(accuracy(results, "dkd")).isGreaterThan(accuracy(results, "supervised"));
    assertThat(accuracy(results, "kd")).isGreaterThan(accuracy(results, "supervised"));
  }

  @Test
  void withFewLabelsSoftLabelsHelpAndBoundarySamplesTurnTheBoundary() throws IOException {
    JsonNode results = run("boundary");

    assertThat(lowest(results, "kd", "accuracy")).isPositive();
    assertThat(lowest(results, "bss", "accuracy")).isPositive();
    assertThat(lowest(results, "bss", "ang-sim")).isPositive();
  }

  @Test
  void trainedGeneratorsTeachMoreThanARandomOne() throws IOException {
    JsonNode results = run("data-free");

    for (String method : List.of("dafl", "dfad", "cgdd")) {
      assertThat(accuracy(results, method)).isGreaterThan(accuracy(results, "random-generator"));
    }
  }

  @Test
  void withTheFullBudgetADataFreeStudentComesCloseToOneWithData() throws IOException {
    JsonNode results = run("data-free-full");

    assertThat(accuracy(results, "dfad")).isGreaterThan(0.96);
    var swings = JSON.createObjectNode();
    for (String method : List.of("dafl", "dfad", "mad", "cgdd")) {
      swings.put(method, swing("data-free-full", method));
    }
    JSON.writeValue(FOLDER.resolve("data-free-full/swing.json").toFile(), swings);
  }

  @Test
  void thePartsOfCgddAreTakenOut() throws IOException {
    JsonNode results = run("cgdd-ablation");

    assertThat(accuracy(results, "cgdd")).isGreaterThan(0.5);
  }

  @Test
  void counterfactualsOfSmallGeneratorsTakeTheirBiasFromDigits() throws IOException {
    JsonNode results = run("skdcgn-small");

    double ofDistilled = accuracy(results, "counterfactuals-of-distilled");
    assertThat(ofDistilled).isGreaterThan(accuracy(results, "original") + 0.15);
    assertThat(ofDistilled).isGreaterThan(accuracy(results, "counterfactuals-of-cgn") - 0.1);
  }

  @Test
  void picturesWhoseCuesDontVaryTeachNothing() throws IOException {
    run("cgn-small");
    JsonNode results = run("composition-study");

    assertThat(accuracy(results, "on-plain"))
        .isGreaterThan(accuracy(results, "on-nothing-varies") + 0.2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"skdcgn-double-colored", "skdcgn-colored", "skdcgn-wildlife"})
  void theFullChainsAreMeasured(String example) throws IOException {
    JsonNode results = run(example);

    assertThat(accuracy(results, "original")).isLessThan(0.45);
  }

  private static JsonNode run(String example) throws IOException {
    Files.createDirectories(FOLDER);
    Coffey coffey = Coffey.assembled();
    String file = coffey.home().resolve("examples/" + example + ".yaml").toString();
    var ended = coffey.in(FOLDER, "run", file, "--out", FOLDER.toString());
    assertThat(ended.code()).as(ended.err()).isZero();
    return JSON.readTree(FOLDER.resolve(example).resolve("results.json").toFile());
  }

  private static double accuracy(JsonNode results, String method) {
    for (JsonNode row : results.path("rows")) {
      if (row.path("method").asText().equals(method)) {
        return row.path("metrics").path("accuracy").path("mean").asDouble();
      }
    }
    throw new AssertionError("there is no row " + method);
  }

  /** Lower end of the interval of {@code method} − baseline. */
  private static double lowest(JsonNode results, String method, String metric) {
    for (JsonNode difference : results.path("differences")) {
      if (difference.path("method").asText().equals(method)
          && difference.path("metric").asText().equals(metric)) {
        return difference.path("low").asDouble();
      }
    }
    throw new AssertionError("there is no difference for " + method);
  }

  /**
   * How much the validation accuracy swings: mean absolute change from one look to the next over
   * the second half of training, averaged over seeds.
   */
  private static double swing(String example, String method) throws IOException {
    var changes = new ArrayList<Double>();
    try (var runs =
        Files.newDirectoryStream(FOLDER.resolve(example + "/runs"), method + "-seed-*")) {
      for (Path run : runs) {
        List<Double> curve = new ArrayList<>();
        for (String line : Files.readAllLines(run.resolve("events.jsonl"))) {
          JsonNode event = JSON.readTree(line);
          if (event.path("series").asText().equals("validation/accuracy")) {
            curve.add(event.path("value").asDouble());
          }
        }
        IntStream.range(curve.size() / 2, curve.size() - 1)
            .mapToObj(i -> Math.abs(curve.get(i + 1) - curve.get(i)))
            .forEach(changes::add);
      }
    }
    return changes.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
