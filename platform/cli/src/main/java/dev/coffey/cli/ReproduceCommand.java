package dev.coffey.cli;

import dev.coffey.kernel.Platform;
import dev.coffey.lab.Lab;
import dev.coffey.lab.run.Reproduction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffey reproduce RUN}. */
@Command(
    name = "reproduce",
    mixinStandardHelpOptions = true,
    description = "Runs a recorded run again, its teacher included, and tells what differs.")
final class ReproduceCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RUN", description = "folder of a run, with its record.json")
  private Path run;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "folder for the repetition (default: a new temporary one)")
  private Optional<Path> out;

  @Option(names = "--json", description = "prints a JSON document")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Path folder = out.isPresent() ? out.get() : Files.createTempDirectory("coffey-reproduce-");
    try (Platform platform = Home.start();
        var progress = Progressing.shown(false)) {
      Reproduction result = new Lab(platform).reproduce(run, folder, progress);
      if (json) {
        var document = Json.mapper().createObjectNode();
        document.put("identical", result.identical());
        document.set("differences", Json.mapper().valueToTree(result.differences()));
        document.put("folder", folder.toString());
        Json.print(document);
      } else {
        System.out.println(
            result.identical()
                ? "identical: metrics and exported network are bit for bit the same"
                : "different");
        result.differences().forEach(difference -> System.out.println("  " + difference));
        System.out.println("the repetition is in " + folder);
      }
      return result.identical() ? 0 : 1;
    }
  }
}
