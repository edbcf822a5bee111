package dev.coffey.lab.result;

import dev.coffey.lab.result.MetricScale.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table for a terminal: plain text, no colours. */
public final class TextTable {
  private final Results results;
  private final StringBuilder text = new StringBuilder();

  private TextTable(Results results) {
    this.results = results;
  }

  /** Rows, teacher, paired differences and failures as aligned text; ends with a line feed. */
  public static String of(Results results) {
    var table = new TextTable(results);
    table.addStages();
    table.text.append(new AlignedText(1, table.lines()));
    table.addDifferences();
    table.addFailures();
    return table.text.toString();
  }

  private void addStages() {
    if (results.stages().isEmpty()) {
      return;
    }
    List<List<String>> lines = new ArrayList<>();
    lines.add(
        List.of("stage", "made", "parameters", "multiply-adds", "images/s", "seconds", "figures"));
    for (StageFacts stage : results.stages()) {
      lines.add(
          List.of(
              stage.name(),
              stage.made(),
              stage.besideTeacher(NetworkCost::parameters, value -> count((long) value)),
              stage.besideTeacher(NetworkCost::macs, value -> count((long) value)),
              stage.besideTeacher(NetworkCost::imagesPerSecond, value -> count(Math.round(value))),
              String.format(Locale.ROOT, "%.1f", stage.seconds()),
              stage.figures()));
    }
    text.append(new AlignedText(2, lines)).append('\n');
  }

  private List<List<String>> lines() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(header());
    results.rows().forEach(row -> lines.add(line(row)));
    results.teacher().ifPresent(teacher -> lines.add(line(teacher)));
    return lines;
  }

  private List<String> header() {
    List<String> cells = new ArrayList<>(List.of("method"));
    for (String metric : results.headlines()) {
      cells.add((metric + " " + MetricScale.of(metric).unit().symbol()).strip());
    }
    cells.addAll(List.of("seconds", "parameters", "multiply-adds", "images/s"));
    return cells;
  }

  private List<String> line(Row row) {
    List<String> cells = new ArrayList<>(List.of(row.method()));
    for (String metric : results.headlines()) {
      var summary = row.metrics().getOrDefault(metric, Summary.of(List.of()));
      cells.add(MetricScale.of(metric).format(summary, row.runs().size()));
    }
    Summary seconds = row.cost().seconds();
    cells.add(seconds.count() == 0 ? "-" : String.format(Locale.ROOT, "%.1f", seconds.mean()));
    cells.add(row.succeeded().isEmpty() ? "-" : count(row.cost().parameters()));
    cells.add(row.succeeded().isEmpty() ? "-" : count(row.cost().macs()));
    cells.add(speed(row.cost().imagesPerSecond().mean()));
    return cells;
  }

  private List<String> line(TeacherFacts teacher) {
    List<String> cells = new ArrayList<>(List.of("teacher: " + teacher.network()));
    for (String metric : results.headlines()) {
      double value = teacher.metrics().getOrDefault(metric, Double.NaN);
      cells.add(MetricScale.of(metric).format(value));
    }
    cells.add("-");
    cells.add(count(teacher.parameters()));
    cells.add(teacher.macs() == 0 ? "-" : count(teacher.macs()));
    cells.add(speed(teacher.imagesPerSecond()));
    return cells;
  }

  private void addDifferences() {
    if (results.differences().isEmpty()) {
      return;
    }
    text.append("\nPaired differences, mean over seeds and 95 % interval\n");
    List<List<String>> lines = new ArrayList<>();
    for (Difference difference : results.differences()) {
      lines.add(
          List.of(
              "%s − %s".formatted(difference.method(), difference.baseline()),
              difference.metric(),
              mean(difference),
              interval(difference)));
    }
    text.append(new AlignedText(2, lines));
  }

  private static String mean(Difference difference) {
    var scale = MetricScale.of(difference.metric());
    Unit unit = scale.unit();
    return (scale.formatSigned(difference.mean()) + " " + unit.differenceSymbol()).strip();
  }

  private static String interval(Difference difference) {
    if (!difference.hasInterval()) {
      return "needs two seeds or more";
    }
    var scale = MetricScale.of(difference.metric());
    return "[%s, %s]"
        .formatted(scale.formatSigned(difference.low()), scale.formatSigned(difference.high()));
  }

  private void addFailures() {
    List<Failure> failures = results.failures();
    if (!failures.isEmpty()) {
      text.append('\n');
    }
    for (Failure failure : failures) {
      text.append(failure.run()).append(" failed: ").append(failure.message()).append('\n');
    }
  }

  private static String speed(double imagesPerSecond) {
    return Double.isFinite(imagesPerSecond) ? count(Math.round(imagesPerSecond)) : "-";
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
