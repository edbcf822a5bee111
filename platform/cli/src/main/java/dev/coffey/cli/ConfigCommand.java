package dev.coffey.cli;

import dev.coffey.kernel.config.Settings;
import dev.coffey.lab.experiment.ExperimentDefaults;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code coffey config FILE}. */
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    description = "Prints an experiment with all layers applied, and where each value came from.")
final class ConfigCommand implements Callable<Integer> {
  @Mixin private ExperimentFile experiment;

  @Option(names = "--json", description = "prints a JSON document")
  private boolean json;

  @Override
  public Integer call() {
    Settings settings = ExperimentDefaults.complete(experiment.load());
    if (json) {
      Json.print(settings.value());
      return 0;
    }
    var columns = new Columns();
    settings
        .leaves()
        .forEach(
            leaf ->
                columns.add(leaf.path(), leaf.value().toString(), "# " + leaf.origin().toString()));
    columns.print(System.out);
    return 0;
  }
}
