package dev.coffey.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the launcher of a distribution sets before it starts Java. Asked of the launcher itself, by
 * a stand-in for Java that tells how it was called, so that what is measured is what users run.
 *
 * @param environment all variables
 * @param options of the JVM
 * @param classPath of the JVM
 */
record LauncherSettings(Map<String, String> environment, List<String> options, String classPath) {
  private static final String STAND_IN =
      """
      #!/bin/sh
      cd "$COFFEY_ASKED_FROM"
      for argument in "$@"; do printf '%s\\0' "$argument"; done > arguments
      env -0 > environment
      """;

  static LauncherSettings of(Path launcher) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("coffey-launcher-");
    try {
      return ask(launcher, folder);
    } finally {
      for (String file : List.of("bin/java", "bin", "arguments", "environment", "")) {
        Files.deleteIfExists(folder.resolve(file));
      }
    }
  }

  private static LauncherSettings ask(Path launcher, Path folder)
      throws IOException, InterruptedException {
    Path java = Files.createDirectory(folder.resolve("bin")).resolve("java");
    Files.writeString(java, STAND_IN);
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
    var builder = new ProcessBuilder(launcher.toString()).inheritIO();
    builder.environment().put("JAVA_HOME", folder.toString());
    builder.environment().put("COFFEY_ASKED_FROM", folder.toString());
    int code = builder.start().waitFor();
    if (code != 0) {
      throw new IOException("%s ended with %d".formatted(launcher, code));
    }
    List<String> arguments = words(folder.resolve("arguments"));
    int classPath = arguments.indexOf("-cp");
    return new LauncherSettings(
        environment(folder.resolve("environment")),
        arguments.subList(0, classPath),
        arguments.get(classPath + 1));
  }

  private static Map<String, String> environment(Path file) throws IOException {
    var environment = new TreeMap<String, String>();
    for (String variable : words(file)) {
      int equals = variable.indexOf('=');
      environment.put(variable.substring(0, equals), variable.substring(equals + 1));
    }
    environment.keySet().removeAll(List.of("COFFEY_ASKED_FROM", "PWD", "OLDPWD", "JAVA_HOME"));
    return environment;
  }

  private static List<String> words(Path file) throws IOException {
    return List.of(Files.readString(file, StandardCharsets.UTF_8).split("\0"));
  }
}
