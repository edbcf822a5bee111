package dev.coffey.lab.result;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Comma-separated values for spreadsheets and scripts. */
public final class CsvTable {
  private final List<String> metrics;

  private CsvTable(List<String> metrics) {
    this.metrics = metrics;
  }

  /**
   * One line a method and seed, after a line of column names; numbers as they are (shares in [0,
   * 1]), missing ones empty; RFC 4180 quoting, line feeds.
   */
  public static String of(Results results) {
    var table = new CsvTable(results.headlines());
    var text = new StringBuilder(line(table.header()));
    results.rows().forEach(row -> table.lines(row).forEach(cells -> text.append(line(cells))));
    return text.toString();
  }

  private List<String> header() {
    List<String> cells = new ArrayList<>(List.of("method", "run", "seed"));
    cells.addAll(metrics);
    metrics.forEach(metric -> cells.add("best " + metric));
    cells.addAll(List.of("seconds", "steps", "peak memory", "parameters", "macs"));
    cells.addAll(List.of("images per second", "failure"));
    return cells;
  }

  private List<List<String>> lines(Row row) {
    List<String> succeeded = row.succeeded();
    return row.runs().stream().map(run -> line(row, run, succeeded.indexOf(run))).toList();
  }

  /** {@code index}: the run's place in every summary, −1 if it failed. */
  private List<String> line(Row row, String run, int index) {
    List<String> cells = new ArrayList<>(List.of(row.method(), run, seed(run)));
    metrics.forEach(metric -> cells.add(value(row.metrics(), metric, index)));
    metrics.forEach(metric -> cells.add(value(row.best(), metric, index)));
    cells.add(value(row.cost().seconds(), index));
    Cost cost = row.cost();
    for (long figure : List.of(cost.steps(), cost.peakMemory(), cost.parameters(), cost.macs())) {
      cells.add(index < 0 ? "" : Long.toString(figure));
    }
    cells.add(value(cost.imagesPerSecond(), index));
    cells.add(failure(row, run));
    return cells;
  }

  private static String seed(String run) {
    String mark = "/seed-";
    int start = run.lastIndexOf(mark);
    return start < 0 ? "" : run.substring(start + mark.length());
  }

  private static String failure(Row row, String run) {
    return row.failures().stream()
        .filter(failure -> failure.run().equals(run))
        .map(Failure::message)
        .findFirst()
        .orElse("");
  }

  private static String value(Map<String, Summary> summaries, String metric, int index) {
    return value(summaries.getOrDefault(metric, Summary.of(List.of())), index);
  }

  private static String value(Summary summary, int index) {
    if (index < 0 || index >= summary.values().size()) {
      return "";
    }
    double value = summary.values().get(index);
    return Double.isFinite(value) ? NumberOutput.toString(value, true) : "";
  }

  private static String line(List<String> cells) {
    return cells.stream().map(CsvTable::quoted).collect(Collectors.joining(",", "", "\n"));
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
