package dev.coffey.benchmarks.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

/** What the figures were measured on. */
final class Machine {
  private static final String SETTINGS = "(OMP|GOMP|OPENBLAS|MXNET|MALLOC|MKL|KMP|PYTORCH|DJL)_.*";

  private Machine() {}

  /** Some lines of text. */
  static String lines() {
    var settings = new TreeMap<String, String>();
    for (Map.Entry<String, String> variable : System.getenv().entrySet()) {
      if (variable.getKey().matches(SETTINGS)) {
        settings.put(variable.getKey(), variable.getValue());
      }
    }
    return """
        %s; %d processors; %s; Java %s; %s
        %s
        """
        .formatted(
            processor(),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name") + " " + System.getProperty("os.version"),
            Runtime.version(),
            LocalDate.now(ZoneOffset.UTC),
            settings.toString().replaceAll("[{}]", "").replace(",", ""));
  }

  private static String processor() {
    try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.replaceFirst("[^:]*:\\s*", ""))
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException notLinux) {
      return System.getProperty("os.arch");
    }
  }
}
