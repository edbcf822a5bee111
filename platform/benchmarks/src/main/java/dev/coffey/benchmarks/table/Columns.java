package dev.coffey.benchmarks.table;

import java.util.ArrayList;
import java.util.List;

/** Lines a table up. */
record Columns(List<Row> rows) {
  List<String> lines() {
    return rows.stream().map(this::line).toList();
  }

  private String line(Row row) {
    var cells = new ArrayList<String>();
    for (int column = 0; column < row.cells().size(); column++) {
      String cell = row.cells().get(column);
      cells.add(cell + " ".repeat(width(column) - cell.length()));
    }
    return String.join("  ", cells).stripTrailing();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.cells().get(column).length()).max().orElse(0);
  }
}
