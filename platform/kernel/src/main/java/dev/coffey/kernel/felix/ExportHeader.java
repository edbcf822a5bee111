package dev.coffey.kernel.felix;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads a manifest's {@code Export-Package}. */
final class ExportHeader {
  private ExportHeader() {}

  /** The packages, in the header's order; one may come in several versions. */
  static Set<ExportedPackage> parse(String header) {
    Set<ExportedPackage> exports = new LinkedHashSet<>();
    for (String clause : split(header, ',')) {
      List<String> parts = split(clause, ';');
      String version = "0.0.0";
      for (String part : parts) {
        if (part.startsWith("version=")) {
          version = part.substring("version=".length()).replace("\"", "");
        }
      }
      for (String part : parts) {
        if (!part.contains("=")) {
          exports.add(new ExportedPackage(part, version));
        }
      }
    }
    return exports;
  }

  /** Splits outside quotes. By hand: a regular expression is quadratic here, and headers long. */
  private static List<String> split(String text, char separator) {
    var pieces = new ArrayList<String>();
    boolean quoted = false;
    int start = 0;
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      if (letter == '"') {
        quoted = !quoted;
      } else if (letter == separator && !quoted) {
        pieces.add(text.substring(start, at).strip());
        start = at + 1;
      }
    }
    pieces.add(text.substring(start).strip());
    return pieces;
  }
}
