package dev.coffey.cli;

import dev.coffey.kernel.Platform;
import dev.coffey.kernel.config.Settings;
import dev.coffey.lab.Lab;
import dev.coffey.lab.result.TextTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code coffey run FILE}. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Runs an experiment and compares its methods; what is done already is kept.")
final class RunCommand implements Callable<Integer> {
  @Mixin private ExperimentFile experiment;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "runs",
      description = "folder for results (default: ${DEFAULT-VALUE})")
  private Path out;

  @Option(names = "--json", description = "prints results.json instead of a table")
  private boolean json;

  @Option(names = "--quiet", description = "no progress")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    Settings settings = experiment.load();
    try (Platform platform = Home.start();
        var progress = Progressing.shown(quiet)) {
      var finished = new Lab(platform).run(settings, out, progress);
      if (json) {
        System.out.print(Files.readString(finished.resultsFile()));
      } else {
        System.out.println(TextTable.of(finished.results()));
        System.out.println("report: " + finished.report());
      }
      return finished.results().failures().isEmpty() ? 0 : 1;
    }
  }
}
