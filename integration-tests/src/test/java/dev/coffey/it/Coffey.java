package dev.coffey.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

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

  /** Runs {@code coffey ARGUMENTS} in {@code folder}. */
  Ended in(Path folder, String... arguments) {
    return in(folder, Map.of(), arguments);
  }

  Ended in(Path folder, Map<String, String> environment, String... arguments) {
    var command = new ArrayList<String>();
    command.add(home.resolve("bin/coffey").toString());
    command.addAll(List.of(arguments));
    return process(folder, environment, command);
  }

  static Ended process(Path folder, Map<String, String> environment, List<String> command) {
    try {
      Path out = Files.createTempFile("coffey-", ".out");
      Path err = Files.createTempFile("coffey-", ".err");
      var builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(8, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException("still running after 8 minutes: " + command);
      }
      var ended = new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
      Files.delete(out);
      Files.delete(err);
      return ended;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
