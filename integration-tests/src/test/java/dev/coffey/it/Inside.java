package dev.coffey.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A look into a running JVM from outside: the kernel's view of it, and the JDK's own tool. */
record Inside(Path folder, long process) {
  private static final Pattern METASPACE = Pattern.compile("Metaspace\\s+used (\\d+)K");
  private static final Pattern BUNDLE_LOADER = Pattern.compile("BundleClassLoader");

  /**
   * What is there after garbage was collected.
   *
   * @param loaders class loaders of bundles
   * @param metaspace kilobytes in use
   */
  record Sight(long loaders, long metaspace, long threads) {}

  Sight look() throws IOException {
    Sight before = lookOnce();
    Sight sight = lookOnce();
    while (sight.loaders() != before.loaders()) { // a thread was about to let go of one
      before = sight;
      sight = lookOnce();
    }
    return sight;
  }

  private Sight lookOnce() throws IOException {
    jcmd("GC.run");
    jcmd("GC.run"); // what the first made unreachable
    long loaders = BUNDLE_LOADER.matcher(jcmd("VM.classloader_stats")).results().count();
    Matcher used = METASPACE.matcher(jcmd("GC.heap_info"));
    if (!used.find()) {
      throw new IllegalStateException("jcmd tells nothing of metaspace");
    }
    return new Sight(loaders, Long.parseLong(used.group(1)), threads());
  }

  /** Files below {@code place} that the process has open, deleted ones included. */
  List<String> open(Path place) throws IOException {
    var open = new ArrayList<String>();
    try (var descriptors = Files.newDirectoryStream(Path.of("/proc/" + process + "/fd"))) {
      for (Path descriptor : descriptors) {
        target(descriptor).filter(file -> file.startsWith(place.toString())).ifPresent(open::add);
      }
    }
    return open;
  }

  private static Optional<String> target(Path descriptor) throws IOException {
    try {
      return Optional.of(Files.readSymbolicLink(descriptor).toString());
    } catch (NoSuchFileException closedMeanwhile) {
      return Optional.empty();
    }
  }

  private long threads() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
        .filter(line -> line.startsWith("Threads:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }

  private String jcmd(String command) {
    String tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var ended = Coffey.process(folder, Map.of(), List.of(tool, Long.toString(process), command));
    if (ended.code() != 0) {
      throw new IllegalStateException("jcmd " + command + ": " + ended.out() + ended.err());
    }
    return ended.out();
  }
}
