package dev.coffey.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code coffey}. */
@Command(
    name = "coffey",
    description = "A still for neural networks: knowledge distillation, side by side.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      RunCommand.class,
      PlanCommand.class,
      CompareCommand.class,
      ReproduceCommand.class,
      ConfigCommand.class,
      PluginsCommand.class,
      DatasetsCommand.class,
      DoctorCommand.class,
      NewCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine(Terminal.ofLauncher()).execute(arguments));
  }

  static CommandLine commandLine(Terminal terminal) {
    return new CommandLine(new Main())
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(terminal.colours() ? Ansi.ON : Ansi.OFF))
        .setExecutionExceptionHandler(new ErrorReport())
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }
}
