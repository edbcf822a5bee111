package dev.coffey.lab.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coffey.lab.result.Difference;
import dev.coffey.lab.result.MetricScale;
import dev.coffey.lab.result.Results;
import dev.coffey.lab.result.Row;
import dev.coffey.lab.result.Summary;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the charts are drawn from: JSON that {@code report.js} reads. */
final class ChartData {
  /** A cell of a confusion matrix: {@code confusion/TRUE/PREDICTED}. */
  static final Pattern CONFUSION = Pattern.compile("confusion/(\\d+)/(\\d+)");

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final ObjectMapper MAPPER = new ObjectMapper();
  // no eye sees more in a chart, and the file stays small
  private static final MathContext SIX_DIGITS = new MathContext(6);

  private ChartData() {}

  /** The JSON, safe inside a script element. */
  static String json(ReportData data) {
    Results results = data.results();
    ObjectNode root = JSON.objectNode();
    ArrayNode methods = root.putArray("methods");
    results.rows().forEach(row -> methods.add(row.method()));
    ArrayNode metrics = root.putArray("metrics");
    results.headlines().forEach(metric -> metrics.add(metric(metric)));
    ArrayNode differences = root.putArray("differences");
    results.differences().forEach(one -> differences.add(difference(one)));
    ArrayNode curves = root.putArray("curves");
    data.curves().forEach(curve -> curves.add(curve(curve)));
    ArrayNode points = root.putArray("points");
    results.rows().forEach(row -> points.add(point(row, results.headlines())));
    results
        .teacher()
        .ifPresent(
            teacher -> {
              ObjectNode node = root.putObject("teacher");
              node.put("network", teacher.network()).put("parameters", teacher.parameters());
              node.put("macs", teacher.macs());
              put(node, "imagesPerSecond", teacher.imagesPerSecond());
              teacher
                  .metrics()
                  .forEach((name, value) -> put(node.withObject("/means"), name, value));
            });
    ArrayNode confusion = root.putArray("confusion");
    results.rows().forEach(row -> addConfusion(confusion, row));
    return text(root);
  }

  private static ObjectNode metric(String name) {
    var scale = MetricScale.of(name);
    return JSON.objectNode()
        .put("name", name)
        .put("unit", scale.unit().symbol())
        .put("differenceUnit", scale.unit().differenceSymbol())
        .put("factor", scale.factor())
        .put("decimals", scale.decimals())
        .put("lowerIsBetter", scale.lowerIsBetter());
  }

  private static ObjectNode difference(Difference difference) {
    ObjectNode node =
        JSON.objectNode()
            .put("method", difference.method())
            .put("baseline", difference.baseline())
            .put("metric", difference.metric());
    put(node, "mean", difference.mean());
    put(node, "low", difference.low());
    put(node, "high", difference.high());
    addAll(node.putArray("values"), difference.values());
    return node;
  }

  private static ObjectNode curve(Curve curve) {
    String name = curve.series().substring(curve.series().lastIndexOf('/') + 1);
    ObjectNode node =
        JSON.objectNode()
            .put("series", curve.series())
            .put("method", curve.method())
            .put("seed", curve.seed());
    node.set("scale", metric(name));
    ArrayNode marks = node.putArray("marks");
    curve
        .marks()
        .forEach(mark -> marks.addObject().put("epoch", mark.epoch()).put("text", mark.text()));
    ArrayNode points = node.putArray("points");
    for (double[] point : curve.points()) {
      addAll(points.addArray(), List.of(point[0], point[1]));
    }
    return node;
  }

  private static ObjectNode point(Row row, List<String> headlines) {
    ObjectNode node = JSON.objectNode().put("method", row.method());
    put(node, "seconds", row.cost().seconds().mean());
    node.put("parameters", row.cost().parameters()).put("macs", row.cost().macs());
    put(node, "imagesPerSecond", row.cost().imagesPerSecond().mean());
    ObjectNode means = node.putObject("means");
    for (String metric : headlines) {
      put(means, metric, row.metrics().getOrDefault(metric, Summary.of(List.of())).mean());
    }
    return node;
  }

  private static void addConfusion(ArrayNode matrices, Row row) {
    ArrayNode cells = JSON.arrayNode();
    row.metrics()
        .forEach(
            (name, summary) -> {
              Matcher cell = CONFUSION.matcher(name);
              if (cell.matches()) {
                double present =
                    summary.values().stream()
                        .filter(Double::isFinite)
                        .mapToDouble(value -> value)
                        .sum();
                // a run that doesn't tell a cell has counted nothing there
                double mean = present / Math.max(1, summary.values().size());
                cells
                    .addArray()
                    .add(Integer.parseInt(cell.group(1)))
                    .add(Integer.parseInt(cell.group(2)))
                    .add(rounded(mean));
              }
            });
    if (!cells.isEmpty()) {
      matrices.addObject().put("method", row.method()).set("cells", cells);
    }
  }

  private static void put(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, rounded(value));
    } else {
      node.putNull(name);
    }
  }

  private static void addAll(ArrayNode array, List<Double> values) {
    for (double value : values) {
      if (Double.isFinite(value)) {
        array.add(rounded(value));
      } else {
        array.addNull();
      }
    }
  }

  private static double rounded(double value) {
    return new BigDecimal(value).round(SIX_DIGITS).doubleValue();
  }

  private static String text(ObjectNode root) {
    try {
      return MAPPER.writeValueAsString(root).replace("<", "\\u003c");
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
