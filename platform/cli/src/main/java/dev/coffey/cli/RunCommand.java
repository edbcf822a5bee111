package dev.coffey.cli;

import dev.coffey.kernel.Platform;
import dev.coffey.kernel.config.InvalidInput;
import dev.coffey.kernel.config.Settings;
import dev.coffey.lab.Lab;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffey run FILE...}. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Runs experiments and compares their methods; what is done already is kept.",
      "Plugins may come and go meanwhile: an experiment keeps what it began with, the next one gets"
          + " what is there then."
    })
final class RunCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "experiment files: .yaml, .properties or .xml")
  private List<Path> files;

  @Mixin private Overrides overrides;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      defaultValue = "1",
      description = "how many experiments run at once (default: ${DEFAULT-VALUE})")
  private int jobs;

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
  public Integer call() throws IOException, InterruptedException {
    if (jobs < 1) {
      throw new InvalidInput("--jobs must be at least 1, but is " + jobs);
    }
    List<Settings> experiments = experiments();
    try (Platform platform = Home.start()) {
      // over whatever progress bar stands in the line
      platform.watch(line -> tell("\r%-78s".formatted("plugins: " + line)));
      var queue = new ExperimentQueue(new Lab(platform), out, quiet, json);
      return experiments.size() == 1
          ? queue.runAlone(experiments.get(0))
          : queue.run(experiments, jobs);
    }
  }

  private void tell(String line) {
    if (!quiet) {
      System.err.println(Terminal.ofLauncher().progress() ? line : line.strip());
    }
  }

  private List<Settings> experiments() {
    var all = new ArrayList<Settings>();
    var names = new HashSet<String>();
    for (Path file : files) {
      Settings settings = overrides.load(file);
      if (!names.add(ExperimentQueue.name(settings))) {
        throw new InvalidInput(
            "two experiments have the name '%s', the second in '%s'; their results would go to one"
                    .formatted(ExperimentQueue.name(settings), file)
                + " folder");
      }
      all.add(settings);
    }
    return all;
  }
}
