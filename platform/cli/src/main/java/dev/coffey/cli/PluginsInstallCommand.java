package dev.coffey.cli;

import dev.coffey.kernel.BundleReport;
import dev.coffey.kernel.BundleReport.Status;
import dev.coffey.kernel.Platform;
import dev.coffey.kernel.PluginFolder;
import dev.coffey.kernel.config.InvalidInput;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffey plugins install FILE}. */
@Command(
    name = "install",
    mixinStandardHelpOptions = true,
    description = "Checks a jar and puts it into plugins/; platforms that run now take it in.")
final class PluginsInstallCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "a plugin's jar")
  private Path file;

  @Option(
      names = "--allow-downgrade",
      description = "serves this version even if a newer one is there, which is removed")
  private boolean allowDowngrade;

  @Override
  public Integer call() {
    PluginFile.requireJar(file);
    try (Platform platform = Home.start()) {
      Path target = Home.layout().plugins().resolve(file.getFileName());
      BundleReport checked = platform.check(file, target).report();
      if (checked.status() == Status.REFUSED) {
        throw new InvalidInput("'%s' cannot be used: %s".formatted(file, checked.remark()));
      }
      List<BundleReport> newer = newerThan(checked, platform);
      if (!newer.isEmpty() && !allowDowngrade) {
        throw new InvalidInput(
            "%s %s is older than %s, which is served; --allow-downgrade takes its place (or drop it"
                    .formatted(checked.name(), checked.version(), newer.get(0).version())
                + " into plugins/ for experiments that name its version)");
      }
      var folder = new PluginFolder(Home.layout());
      boolean occupied = newer.stream().anyMatch(other -> other.path().equals(target));
      Path put = folder.put(file, occupied ? nameOf(checked) : file.getFileName().toString());
      newer.forEach(other -> folder.remove(other.path()));
      System.out.printf("%s %s is in %s%n", checked.name(), checked.version(), put);
      newer.forEach(other -> System.out.printf("%s is removed%n", other.path()));
      checked.warnings().forEach(warning -> System.out.println("warning: it " + warning));
      RunningPlatforms.tellOf(checked.digest());
    }
    return 0;
  }

  private static List<BundleReport> newerThan(BundleReport checked, Platform platform) {
    return platform.bundles().stream()
        .filter(other -> other.name().equals(checked.name()))
        .filter(other -> other.status() != Status.REFUSED)
        .filter(other -> other.isNewerThan(checked.version()))
        .toList();
  }

  private static String nameOf(BundleReport plugin) {
    return plugin.name() + "-" + plugin.version() + ".jar";
  }
}
