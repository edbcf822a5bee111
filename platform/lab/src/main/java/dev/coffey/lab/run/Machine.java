package dev.coffey.lab.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a run took place.
 *
 * @param settings environment variables that decide threads and arithmetic; the number of threads
 *     changes results in the third digit
 */
public record Machine(
    String system,
    String architecture,
    String processor,
    int cores,
    String java,
    Map<String, String> settings) {
  private static final String[] VARIABLES = {
    "OMP_NUM_THREADS",
    "OMP_WAIT_POLICY",
    "GOMP_SPINCOUNT",
    "OPENBLAS_CORETYPE",
    "MXNET_CPU_PARALLEL_SIZE",
    "MXNET_ENGINE_TYPE",
    "MALLOC_MMAP_THRESHOLD_",
    "MALLOC_TRIM_THRESHOLD_"
  };

  /** This machine and this process's environment. */
  public static Machine here() {
    var settings = new TreeMap<String, String>();
    for (String variable : VARIABLES) {
      Optional.ofNullable(System.getenv(variable))
          .ifPresent(value -> settings.put(variable, value));
    }
    return new Machine(
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("os.arch"),
        line("/proc/cpuinfo", "model name").orElse("unknown"),
        Runtime.getRuntime().availableProcessors(),
        Runtime.version().toString(),
        settings);
  }

  /** Resident memory of this process in bytes, native memory included; 0 where Linux isn't. */
  static long residentMemory() {
    return line("/proc/self/status", "VmRSS")
        .map(text -> Long.parseLong(text.replaceAll("\\D", "")) * 1024)
        .orElse(0L);
  }

  private static Optional<String> line(String file, String key) {
    Path path = Path.of(file);
    if (!Files.isReadable(path)) {
      return Optional.empty();
    }
    try (var lines = Files.lines(path)) {
      return lines
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException | java.io.UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
