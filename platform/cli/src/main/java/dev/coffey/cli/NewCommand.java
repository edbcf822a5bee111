package dev.coffey.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code coffey new}. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description = "Makes something to start from.",
    subcommands = NewPluginCommand.class)
final class NewCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }
}
