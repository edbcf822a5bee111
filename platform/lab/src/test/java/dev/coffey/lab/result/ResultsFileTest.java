package dev.coffey.lab.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsFileTest {
  @TempDir Path folder;

  @Test
  void whatIsWrittenReadsBackEqual() throws IOException {
    Path file = folder.resolve("deep/results.json");

    ResultsFile.write(file, SampleResults.twoMethods());

    assertThat(ResultsFile.read(file)).isEqualTo(SampleResults.twoMethods());
    assertThat(folder.resolve("deep").toFile().list()).containsExactly("results.json");
  }

  @Test
  void equalResultsGiveEqualBytesInFixedOrder() throws IOException {
    String text = ResultsFile.json(SampleResults.twoMethods());
    ResultsFile.write(folder.resolve("a"), SampleResults.twoMethods());
    ResultsFile.write(folder.resolve("b"), ResultsFile.read(folder.resolve("a")));

    assertThat(folder.resolve("b")).hasSameBinaryContentAs(folder.resolve("a"));
    assertThat(text)
        .startsWith("{\n  \"experiment\" : \"first\",\n  \"engine\" : \"mxnet\",\n  \"seeds\"")
        .containsSubsequence("\"data\"", "\"teacher\"", "\"rows\"", "\"differences\"")
        .containsSubsequence(
            "\"method\"", "\"metrics\"", "\"best\"", "\"cost\"", "\"runs\"", "\"failures\"")
        .containsSubsequence("\"mean\"", "\"low\"", "\"high\"", "\"values\"")
        .endsWith("}\n");
  }

  @Test
  void numbersTakeTheirShortestExactForm() {
    var row =
        new Row(
            "kd",
            Map.of("x", new Summary(2.0e-3, 0.25, List.of(0.1 + 0.2))),
            Map.of(),
            new Cost(Summary.of(List.of()), 0, 0, 0, 0, Summary.of(List.of())),
            List.of(),
            List.of());

    assertThat(ResultsFile.json(resultsOf(row)))
        .contains("\"mean\" : 0.002", "\"std\" : 0.25", "[ 0.30000000000000004 ]");
  }

  @Test
  void missingFiguresAreNullAndComeBackAsMissing() throws IOException {
    var outcomes =
        List.of(SampleResults.outcome("supervised", 1, 0.9), SampleResults.outcome("kd", 1, 0.91));
    var results = SampleResults.comparison("supervised", "kd").of(outcomes);
    Path file = folder.resolve(ResultsFile.NAME);

    ResultsFile.write(file, results);

    assertThat(file).content().contains("\"low\" : null");
    assertThat(ResultsFile.read(file)).isEqualTo(results);
  }

  @Test
  void anAbsentTeacherLeavesNoTrace() throws IOException {
    Path file = folder.resolve(ResultsFile.NAME);
    var results = resultsOf();

    ResultsFile.write(file, results);

    assertThat(file).content().doesNotContain("teacher");
    assertThat(ResultsFile.read(file)).isEqualTo(results);
  }

  @Test
  void resultsWithoutMultiplyAddsOfTheTeacherAndImagesPerSecondAreRead() throws IOException {
    Path file = folder.resolve(ResultsFile.NAME);
    ObjectNode earlier =
        (ObjectNode) new ObjectMapper().readTree(ResultsFile.json(SampleResults.twoMethods()));
    ((ObjectNode) earlier.path("teacher")).remove(List.of("macs", "imagesPerSecond"));
    earlier.path("rows").forEach(row -> ((ObjectNode) row.path("cost")).remove("imagesPerSecond"));
    Files.writeString(file, earlier.toString());

    Results results = ResultsFile.read(file);

    assertThat(results.rows().get(0).cost().macs()).isEqualTo(115_200);
    assertThat(results.rows().get(0).cost().imagesPerSecond().mean()).isNaN();
    assertThat(results.teacher().orElseThrow().imagesPerSecond()).isNaN();
    assertThat(TextTable.of(results))
        .containsPattern("kd .* 115,200 +-\\n")
        .containsPattern("teacher: lenet5 .* 61,706 +- +-\\n");
    assertThat(CsvTable.of(results)).contains(",115200,,\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"experiment\": \"x\"}",
        "null",
        "{\"experiment\":\"x\",\"engine\":null,\"seeds\":[],\"data\":null,\"rows\":[],"
            + "\"differences\":[]}",
      })
  void aDamagedFileIsNamedInOneSentence(String content) throws IOException {
    Path file = Files.writeString(folder.resolve(ResultsFile.NAME), content);

    assertThatThrownBy(() -> ResultsFile.read(file))
        .isInstanceOf(DamagedResults.class)
        .hasMessageStartingWith(file + " is damaged or no results file: ")
        .message()
        .doesNotContain("\n");
  }

  @Test
  void aTruncatedFileIsDamaged() throws IOException {
    String whole = ResultsFile.json(SampleResults.twoMethods());
    Path file =
        Files.writeString(folder.resolve(ResultsFile.NAME), whole.substring(0, whole.length() / 2));

    assertThatThrownBy(() -> ResultsFile.read(file)).isInstanceOf(DamagedResults.class);
  }

  @Test
  void aMissingFileIsNamed() {
    Path file = folder.resolve("nowhere");

    assertThatThrownBy(() -> ResultsFile.read(file))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage(file + ": there is no results file here");
  }

  private static Results resultsOf(Row... rows) {
    return new Results(
        "x",
        "mxnet",
        List.of(1L),
        new DataFacts("mnist", "d"),
        Optional.empty(),
        List.of(rows),
        List.of());
  }
}
