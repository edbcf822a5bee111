package dev.coffey.lab.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.coffey.lab.store.AtomicFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes {@code report.html}: one file that needs no network. Texts and tables are plain HTML;
 * charts are drawn by Apache ECharts, which is inside the file, from JSON beside it. Equal data
 * give equal bytes.
 */
public final class Report {
  private Report() {}

  /** Replaces {@code file} by the report of {@code data}, at once or not at all. */
  public static void write(Path file, ReportData data) throws IOException {
    AtomicFile.write(file, html(data).getBytes(UTF_8));
  }

  private static String html(ReportData data) throws IOException {
    Map<String, Object> values = new LinkedHashMap<>(new Page(data).values());
    values.put("css", resource("report.css"));
    values.put("script", resource("report.js"));
    values.put("library", resource("echarts.min.js"));
    values.put("licences", resource("echarts-licences.txt"));
    values.put("charts", ChartData.json(data));
    return Template.of(resource("report.html")).fill(values);
  }

  private static String resource(String name) throws IOException {
    try (InputStream stream = Report.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new FileNotFoundException("the resource " + name + " is missing in the lab's jar");
      }
      return new String(stream.readAllBytes(), UTF_8);
    }
  }
}
