package dev.coffey.it;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The assembled distribution, driven as a user would: a process, its exit code, its output. */
record Coffey(Path home) {
  /** What a process left. */
  record Ended(int code, String out, String err) {}

  static Path checkout() {
    return Path.of(System.getProperty("coffey.checkout")).toAbsolutePath().normalize();
  }

  /** The distribution this build assembled. */
  static Coffey assembled() {
    return new Coffey(checkout().resolve("distribution/target/coffey"));
  }

  /** A copy whose plugins may be changed; the large bundles are linked. */
  static Coffey copyInto(Path folder) throws IOException {
    Path source = assembled().home();
    try (var files = Files.walk(source)) {
      for (Path file : files.sorted(Comparator.naturalOrder()).toList()) {
        Path target = folder.resolve(source.relativize(file).toString());
        boolean payload =
            file.startsWith(source.resolve("bundles")) || file.startsWith(source.resolve("lib"));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else if (payload) {
          Files.createSymbolicLink(target, file);
        } else if (!file.startsWith(source.resolve("var"))) {
          Files.copy(file, target);
        }
      }
    }
    return new Coffey(folder);
  }

  /** A copy into which the bundle that lies beside the distribution is installed. */
  static Coffey copyWithPyTorch(Path folder) throws IOException {
    Coffey coffey = copyInto(folder);
    Ended installed = coffey.in(folder, "plugins", "install", pyTorch().toString());
    if (installed.code() != 0) {
      throw new IOException(installed.err());
    }
    return coffey;
  }

  static Path pyTorch() throws IOException {
    Path folder = checkout().resolve("distribution/target/coffey-pytorch");
    try (var jars = Files.newDirectoryStream(folder, "*.jar")) {
      return jars.iterator().next();
    }
  }

  /** Runs {@code coffey ARGUMENTS} in {@code folder}. */
  Ended in(Path folder, String... arguments) {
    return in(folder, Map.of(), arguments);
  }

  Ended in(Path folder, Map<String, String> environment, String... arguments) {
    return start(folder, environment, arguments).end();
  }

  static Ended process(Path folder, Map<String, String> environment, List<String> command) {
    return Going.start(folder, environment, command).end();
  }

  /** Starts {@code coffey ARGUMENTS} in {@code folder} and goes on. */
  Going start(Path folder, Map<String, String> environment, String... arguments) {
    var command = new ArrayList<String>();
    command.add(home.resolve("bin/coffey").toString());
    command.addAll(List.of(arguments));
    return Going.start(folder, environment, command);
  }

  /** Puts a jar into the drop folder at once, as a careful user would. */
  void drop(Path jar, String name) throws IOException {
    Path aside = home.resolve(name + ".aside");
    Files.copy(jar, aside, StandardCopyOption.REPLACE_EXISTING);
    Files.move(aside, home.resolve("plugins").resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  /** What running platforms tell of their plugins: {@code NAME VERSION STATUS LEASES}. */
  List<String> told() throws IOException {
    Path running = home.resolve("var/running");
    var lines = new ArrayList<String>();
    if (Files.isDirectory(running)) {
      try (var files = Files.newDirectoryStream(running, "*.json")) {
        for (Path file : files) {
          lines.addAll(toldIn(file));
        }
      }
    }
    return lines;
  }

  private static List<String> toldIn(Path file) throws IOException {
    var lines = new ArrayList<String>();
    try {
      for (var plugin : new ObjectMapper().readTree(Files.readAllBytes(file)).path("plugins")) {
        lines.add(
            "%s %s %s %d"
                .formatted(
                    plugin.path("name").asText(),
                    plugin.path("version").asText(),
                    plugin.path("status").asText(),
                    plugin.path("leases").asInt()));
      }
    } catch (NoSuchFileException endedMeanwhile) {
      return List.of();
    }
    return lines;
  }
}
