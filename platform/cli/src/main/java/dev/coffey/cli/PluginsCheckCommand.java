package dev.coffey.cli;

import dev.coffey.kernel.Platform;
import dev.coffey.kernel.PlatformLayout;
import dev.coffey.kernel.config.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffey plugins check FILE}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Says whether a jar could be used as a plugin here, and what would bite later.")
final class PluginsCheckCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "a plugin's jar")
  private Path file;

  @Option(names = "--json", description = "prints a JSON document")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    PluginFile.requireJar(file);
    Path state = Files.createTempDirectory("coffey-check-");
    try (Platform platform = Home.start(new PlatformLayout(Home.folder(), state))) {
      Path place = Home.layout().plugins().resolve(file.getFileName());
      var check = platform.check(file, place);
      boolean usable = check.report().remark().isEmpty();
      if (json) {
        printJson(check, usable);
        return usable ? 0 : 2;
      }
      if (!usable) {
        throw new InvalidInput("'%s' cannot be used: %s".formatted(file, check.report().remark()));
      }
      print(check);
      return 0;
    } finally {
      remove(state);
    }
  }

  private void print(Platform.Check check) {
    var report = check.report();
    System.out.printf("%s %s can be used%n", report.name(), report.version());
    System.out.printf("digest %s%n", report.digest());
    System.out.println(
        check.offers().isEmpty()
            ? "it offers nothing: a library"
            : "it offers " + String.join(", ", check.offers()));
    report.warnings().forEach(warning -> System.out.println("warning: it " + warning));
  }

  private static void printJson(Platform.Check check, boolean usable) {
    var report = check.report();
    var document =
        Json.mapper()
            .createObjectNode()
            .put("usable", usable)
            .put("name", report.name())
            .put("version", report.version())
            .put("digest", report.digest())
            .put("reason", report.remark());
    document.set("offers", Json.mapper().valueToTree(check.offers()));
    document.set("warnings", Json.mapper().valueToTree(report.warnings()));
    Json.print(document);
  }

  private static void remove(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
