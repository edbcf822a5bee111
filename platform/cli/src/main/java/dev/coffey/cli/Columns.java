package dev.coffey.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Lines of text in aligned columns. */
final class Columns {
  private final List<List<String>> lines = new ArrayList<>();

  Columns add(String... cells) {
    lines.add(List.of(cells));
    return this;
  }

  void print(PrintStream out) {
    int columns = lines.stream().mapToInt(List::size).max().orElse(0);
    var widths = new int[columns];
    for (List<String> line : lines) {
      for (int i = 0; i < line.size(); i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    for (List<String> line : lines) {
      var text = new StringBuilder();
      for (int i = 0; i < line.size(); i++) {
        text.append(line.get(i)).append(" ".repeat(widths[i] - line.get(i).length() + 2));
      }
      out.println(text.toString().stripTrailing());
    }
  }
}
