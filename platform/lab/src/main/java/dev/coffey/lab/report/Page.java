package dev.coffey.lab.report;

import dev.coffey.lab.result.Difference;
import dev.coffey.lab.result.Failure;
import dev.coffey.lab.result.MetricScale;
import dev.coffey.lab.result.NetworkCost;
import dev.coffey.lab.result.Results;
import dev.coffey.lab.result.Row;
import dev.coffey.lab.result.StageFacts;
import dev.coffey.lab.result.Summary;
import dev.coffey.lab.result.TeacherFacts;
import dev.coffey.lab.result.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The texts of the page, under the names that {@code report.html} asks for. A part of the page that
 * may be missing is a list with one entry or none.
 */
record Page(ReportData data) {
  private static final String LAST_EPOCH =
      "Test split, student of the last epoch: mean ± sample standard deviation over seeds";
  private static final String BEST = "Test split, student that was best on validation";

  Map<String, Object> values() {
    Results results = data.results();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("title", results.experiment());
    values.put("verdict", Verdict.of(results));
    values.put("facts", facts(results));
    values.put("failed", optional("failures", results.failures().stream().map(Page::failure)));
    values.put("headers", results.headlines().stream().map(Page::header).toList());
    values.put("staged", optional("stages", results.stages().stream().map(Page::stage)));
    values.put("tables", tables());
    values.put("compared", compared());
    values.put("learned", data.curves().isEmpty() ? List.of() : List.of(Map.of()));
    values.put("costs", costs(results));
    values.put("confused", hasConfusion() ? List.of(Map.of()) : List.of());
    values.put("painted", optional("strips", data.pictures().stream().map(Page::strip)));
    values.put("provenance", data.provenance().entrySet().stream().map(Page::section).toList());
    return values;
  }

  private static List<Map<String, Object>> optional(
      String name, Stream<Map<String, Object>> entries) {
    var list = entries.toList();
    return list.isEmpty() ? List.of() : List.of(Map.of(name, list));
  }

  private static List<Map<String, Object>> facts(Results results) {
    List<Map<String, Object>> facts = new ArrayList<>();
    facts.add(fact("Data", results.data().dataset()));
    results
        .teacher()
        .ifPresent(
            teacher ->
                facts.add(
                    fact(
                        "Teacher",
                        "%s, %s parameters"
                            .formatted(teacher.network(), Quantity.exact(teacher.parameters())))));
    facts.add(fact("Seeds", joined(results.seeds())));
    facts.add(fact("Engine", results.engine()));
    return facts;
  }

  private static Map<String, Object> fact(String name, String text) {
    return Map.of("name", name, "text", text);
  }

  private static String joined(List<Long> seeds) {
    return seeds.stream().map(seed -> Long.toString(seed)).collect(Collectors.joining(", "));
  }

  private static Map<String, Object> failure(Failure failure) {
    return Map.of("run", failure.run(), "message", failure.message());
  }

  private static Map<String, Object> stage(StageFacts stage) {
    return Map.of(
        "label",
        stage.name(),
        "made",
        stage.made(),
        "parameters",
        stage.besideTeacher(NetworkCost::parameters, value -> Quantity.exact((long) value)),
        "macs",
        stage.besideTeacher(NetworkCost::macs, value -> Quantity.exact((long) value)),
        "rate",
        stage.besideTeacher(NetworkCost::imagesPerSecond, Quantity::rate),
        "seconds",
        Quantity.seconds(stage.seconds()),
        "figures",
        stage.figures());
  }

  private static Map<String, Object> header(String metric) {
    var scale = MetricScale.of(metric);
    return Map.of(
        "metric",
        metric,
        "unit",
        scale.unit().symbol(),
        "direction",
        scale.lowerIsBetter() ? "lower is better" : "higher is better");
  }

  private List<Map<String, Object>> tables() {
    List<Map<String, Object>> tables = new ArrayList<>();
    tables.add(Map.of("caption", LAST_EPOCH, "rows", rows()));
    if (!best().isEmpty()) {
      tables.add(Map.of("caption", BEST, "rows", best()));
    }
    return tables;
  }

  private List<Map<String, Object>> rows() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Row row : data.results().rows()) {
      rows.add(row("method", row.method(), cells(row.metrics(), row.runs().size())));
    }
    data.results()
        .teacher()
        .ifPresent(
            teacher -> rows.add(row("teacher", "teacher: " + teacher.network(), cells(teacher))));
    return rows;
  }

  private List<Map<String, Object>> best() {
    return data.results().rows().stream()
        .filter(row -> !row.best().isEmpty())
        .map(row -> row("method", row.method(), cells(row.best(), row.runs().size())))
        .toList();
  }

  private static Map<String, Object> row(String kind, String label, List<String> cells) {
    return Map.of("kind", kind, "label", label, "cells", cells.stream().map(Page::cell).toList());
  }

  private static Map<String, Object> cell(String text) {
    return Map.of("cell", text);
  }

  private List<String> cells(Map<String, Summary> summaries, int runs) {
    return data.results().headlines().stream()
        .map(
            metric ->
                MetricScale.of(metric)
                    .format(summaries.getOrDefault(metric, Summary.of(List.of())), runs))
        .toList();
  }

  private List<String> cells(TeacherFacts teacher) {
    return data.results().headlines().stream()
        .map(
            metric ->
                MetricScale.of(metric).format(teacher.metrics().getOrDefault(metric, Double.NaN)))
        .toList();
  }

  private List<Map<String, Object>> compared() {
    List<Difference> differences = data.results().differences();
    if (differences.isEmpty()) {
      return List.of();
    }
    return List.of(
        Map.of(
            "baseline",
            differences.stream()
                .map(Difference::baseline)
                .distinct()
                .collect(Collectors.joining(", ")),
            "differences",
            differences.stream().map(Page::difference).toList()));
  }

  private static Map<String, Object> difference(Difference difference) {
    var scale = MetricScale.of(difference.metric());
    return Map.of(
        "pair",
        difference.method() + " − " + difference.baseline(),
        "metric",
        difference.metric(),
        "mean",
        (scale.formatSigned(difference.mean()) + " " + scale.unit().differenceSymbol()).strip(),
        "interval",
        difference.hasInterval()
            ? "%s to %s"
                .formatted(
                    scale.formatSigned(difference.low()), scale.formatSigned(difference.high()))
            : "needs two seeds or more",
        "pairs",
        difference.values().size(),
        "certain",
        difference.excludesZero() ? "certain" : "open");
  }

  private static List<Map<String, Object>> costs(Results results) {
    List<Map<String, Object>> costs = new ArrayList<>();
    results.rows().forEach(row -> costs.add(cost(row)));
    results.teacher().ifPresent(teacher -> costs.add(cost(teacher)));
    return costs;
  }

  private static Map<String, Object> cost(TeacherFacts teacher) {
    return Map.of(
        "kind",
        "teacher",
        "label",
        "teacher: " + teacher.network(),
        "seconds",
        "-",
        "steps",
        "-",
        "parameters",
        Quantity.exact(teacher.parameters()),
        "macs",
        teacher.macs() == 0 ? "-" : Quantity.count(teacher.macs()),
        "speed",
        Quantity.rate(teacher.imagesPerSecond()),
        "memory",
        "-");
  }

  private static Map<String, Object> cost(Row row) {
    boolean known = !row.succeeded().isEmpty();
    var cost = row.cost();
    return Map.of(
        "kind",
        "method",
        "label",
        row.method(),
        "seconds",
        Quantity.seconds(cost.seconds().mean()),
        "steps",
        known ? Quantity.exact(cost.steps()) : "-",
        "parameters",
        known ? Quantity.exact(cost.parameters()) : "-",
        "macs",
        known ? Quantity.count(cost.macs()) : "-",
        "speed",
        Quantity.rate(cost.imagesPerSecond().mean()),
        "memory",
        known ? Quantity.bytes(cost.peakMemory()) : "-");
  }

  private boolean hasConfusion() {
    return data.results().rows().stream()
        .flatMap(row -> row.metrics().keySet().stream())
        .anyMatch(name -> ChartData.CONFUSION.matcher(name).matches());
  }

  private static Map<String, Object> strip(PictureStrip strip) {
    return Map.of(
        "heading",
        strip.title(),
        "pictures",
        strip.pictures().stream().map(picture -> picture(strip, picture)).toList());
  }

  private static Map<String, Object> picture(PictureStrip strip, Picture picture) {
    return Map.of(
        "caption",
        picture.title(),
        "description",
        strip.title() + ", " + picture.title(),
        "image",
        picture.dataUri());
  }

  private static Map<String, Object> section(Map.Entry<String, String> entry) {
    return Map.of("name", entry.getKey(), "text", entry.getValue());
  }
}
