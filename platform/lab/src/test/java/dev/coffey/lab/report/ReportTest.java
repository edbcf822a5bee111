package dev.coffey.lab.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffey.lab.result.DataFacts;
import dev.coffey.lab.result.Failure;
import dev.coffey.lab.result.NetworkCost;
import dev.coffey.lab.result.Results;
import dev.coffey.lab.result.Row;
import dev.coffey.lab.result.SampleResults;
import dev.coffey.lab.result.StageFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static final String EVIL = "<b>&\"'</script>{{title}}";

  @TempDir Path folder;

  @Test
  void thePageRefersToNothingOutside() throws IOException {
    String html = report(sample(List.of(strip())));

    var references =
        Pattern.compile("\\b(?:src|href|action|data)=\"(?!data:)[^\"]*\"|@import|url\\(")
            .matcher(withoutLibrary(html));
    assertThat(references.results().map(found -> found.group())).isEmpty();
    assertThat(html)
        .contains("<img src=\"data:image/png;base64,AQID\" alt=\"kd/seed-1, made, epoch 3\">");
  }

  @Test
  void aStripShowsWhoMadeWhatWhen() throws IOException {
    assertThat(report(sample(List.of(strip()))))
        .contains("<h3>kd/seed-1, made</h3>")
        .contains("<figcaption>epoch 3</figcaption>")
        .contains("<figcaption>epoch 5</figcaption>");
  }

  private static PictureStrip strip() {
    return new PictureStrip(
        "kd/seed-1, made",
        List.of(
            new Picture("epoch 3", new byte[] {1, 2, 3}),
            new Picture("epoch 5", new byte[] {4, 5, 6})));
  }

  @Test
  void theCostOfStudentAndTeacherStandsSideBySide() throws IOException {
    assertThat(report(sample(List.of())))
        .contains("<td class=\"number\">115 k</td><td class=\"number\">20,000</td>")
        .contains("<td class=\"number\">417 k</td><td class=\"number\">9,000</td>");
  }

  @Test
  void stagesStandBelowTheResults() throws IOException {
    var figures = Map.of("classifier-fid", 4.5, "classifier-fid/real", 100.0);
    var pool =
        new StageFacts(
            "pool", "7 samples", "d", NetworkCost.nothing(), NetworkCost.nothing(), 1.25, figures);
    var data = sample(List.of());
    var staged =
        new ReportData(
            data.results().with(List.of(pool)), data.curves(), data.provenance(), List.of());

    assertThat(report(staged)).contains("<td>7 samples</td>", "<td>classifier-fid 4.5000</td>");
    assertThat(report(data)).doesNotContain("<caption>Stages");
  }

  @Test
  void theLibraryAndItsLicenceAreInside() throws IOException {
    assertThat(report(sample(List.of())))
        .contains("Licensed to the Apache Software Foundation (ASF)", "BSD 3-Clause License");
  }

  @Test
  void tablesVerdictAndProvenanceReadWithoutScript() throws IOException {
    assertThat(report(sample(List.of())))
        .contains("<p class=\"verdict\">kd is best with 97.27 ± 0.09 % accuracy (3 seeds)")
        .contains("<th scope=\"row\">kd</th><td class=\"number\">97.27 ± 0.09</td>")
        .contains("<th scope=\"row\">teacher: lenet5</th><td class=\"number\">99.10</td>")
        .contains("<td class=\"number\">+0.31 to +1.84</td>")
        .contains("<summary>configuration</summary><pre>seeds: [1, 2, 3]</pre>")
        .doesNotContain("id=\"failures\"", "id=\"pictures\"");
  }

  @Test
  void curvesAndConfusionAreEmbeddedForTheCharts() throws IOException {
    JsonNode charts = charts(report(sample(List.of())));

    assertThat(charts.at("/curves/0/series").asText()).isEqualTo("validation/accuracy");
    assertThat(charts.at("/curves/0/points/1").toString()).isEqualTo("[2.0,0.95]");
    assertThat(charts.at("/curves/0/scale/unit").asText()).isEqualTo("%");
    assertThat(charts.at("/confusion/0/cells/1").toString()).isEqualTo("[0,1,10.0]");
  }

  @Test
  void failuresHaveABoxOfTheirOwn() throws IOException {
    assertThat(report(evil()))
        .contains("<section class=\"failures\" id=\"failures\"")
        .contains("</strong> out of luck</li>");
  }

  @Test
  void textsCannotBreakThePage() throws IOException {
    String html = report(evil());

    String escaped = "&lt;b&gt;&amp;&quot;&#39;&lt;/script&gt;{{title}}";
    assertThat(html).contains("<th scope=\"row\">" + escaped + "</th>").doesNotContain("<b>");
    assertThat(html).contains("<pre>" + escaped + "</pre>");
    assertThat(charts(html).at("/methods/0").asText()).isEqualTo(EVIL);
  }

  @Test
  void equalDataGiveEqualBytes() throws IOException {
    assertThat(report(sample(List.of()))).isEqualTo(report(sample(List.of())));
  }

  private String report(ReportData data) throws IOException {
    Path file = folder.resolve("report.html");
    Report.write(file, data);
    return Files.readString(file);
  }

  private static ReportData sample(List<PictureStrip> pictures) {
    List<double[]> points = List.of(new double[] {1, 0.9}, new double[] {2, 0.95});
    return new ReportData(
        SampleResults.twoMethods(),
        List.of(new Curve("validation/accuracy", "kd", 1, points, List.of())),
        Map.of("configuration", "seeds: [1, 2, 3]"),
        pictures);
  }

  private static ReportData evil() {
    Row good = SampleResults.twoMethods().rows().get(0);
    var row =
        new Row(
            EVIL,
            good.metrics(),
            good.best(),
            good.cost(),
            good.runs(),
            List.of(new Failure(EVIL + "/seed-2", "out of luck")));
    var results =
        new Results(
            EVIL,
            "mxnet",
            List.of(1L),
            new DataFacts(EVIL, "d"),
            Optional.empty(),
            List.of(row),
            List.of());
    return new ReportData(results, List.of(), Map.of(EVIL, EVIL), List.of());
  }

  private static JsonNode charts(String html) throws IOException {
    String start = "<script type=\"application/json\" id=\"charts\">";
    int from = html.indexOf(start) + start.length();
    return new ObjectMapper().readTree(html.substring(from, html.indexOf("</script>", from)));
  }

  private static String withoutLibrary(String html) throws IOException {
    try (var stream = Report.class.getResourceAsStream("echarts.min.js")) {
      String library = new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      assertThat(html).contains(library);
      return html.replace(library, "");
    }
  }
}
