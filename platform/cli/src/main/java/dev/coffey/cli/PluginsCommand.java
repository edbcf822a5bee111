package dev.coffey.cli;

import picocli.CommandLine.Command;

/** {@code coffey plugins}. */
@Command(
    name = "plugins",
    mixinStandardHelpOptions = true,
    description = "Shows plugins, checks them, takes them in and out.",
    subcommands = {
      PluginsListCommand.class,
      PluginsInfoCommand.class,
      PluginsCheckCommand.class,
      PluginsInstallCommand.class,
      PluginsRemoveCommand.class,
      PluginsRollbackCommand.class
    })
final class PluginsCommand implements Runnable {
  @Override
  public void run() {
    new PluginsListCommand().call();
  }
}
