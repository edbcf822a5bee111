package dev.coffey.cli;

import dev.coffey.kernel.BundleReport;
import dev.coffey.kernel.Platform;
import dev.coffey.kernel.PluginFolder;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code coffey plugins remove ID[@VERSION]}. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    description = "Takes a plugin out of plugins/; experiments that have it go on with it.")
final class PluginsRemoveCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "ID[@VERSION]",
      description = "a bundle's name, the id of something it offers, or a refused jar's name")
  private String id;

  @Override
  public Integer call() {
    try (Platform platform = Home.start()) {
      List<BundleReport> meant = platform.find(id);
      var folder = new PluginFolder(Home.layout());
      for (BundleReport plugin : meant) {
        String digest = plugin.digest();
        folder.remove(plugin.path());
        System.out.printf(
            "%s %s is removed from %s%n", plugin.name(), plugin.version(), plugin.path());
        System.out.printf("  a copy stays in %s%n", Home.layout().store().resolve(digest + ".jar"));
      }
      boolean followed = RunningPlatforms.leave(meant.stream().map(BundleReport::digest).toList());
      if (!followed) {
        System.out.println("a platform that runs has not noticed yet");
      }
    }
    return 0;
  }
}
