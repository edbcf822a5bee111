package dev.coffey.lab.result;

import java.util.List;

/** Lines of cells: the first {@code names} columns flush left, the others flush right. */
record AlignedText(int names, List<List<String>> lines) {
  AlignedText {
    lines = lines.stream().map(List::copyOf).toList();
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    for (List<String> line : lines) {
      for (int column = 0; column < line.size(); column++) {
        append(text, line.get(column), column);
      }
      text.append('\n');
    }
    return text.toString();
  }

  private void append(StringBuilder text, String cell, int column) {
    text.append(column == 0 ? "" : "  ");
    String padding = " ".repeat(width(column) - length(cell));
    text.append(column < names ? cell + padding : padding + cell);
  }

  private int width(int column) {
    return lines.stream().mapToInt(line -> length(line.get(column))).max().orElse(0);
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
