package dev.coffey.cli;

import dev.coffey.kernel.BundleReport;
import dev.coffey.kernel.BundleReport.Status;
import dev.coffey.kernel.Platform;
import dev.coffey.kernel.PluginFolder;
import dev.coffey.kernel.RunningPlatform;
import dev.coffey.kernel.RunningPlatform.Held;
import dev.coffey.kernel.config.InvalidInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code coffey plugins rollback ID}. */
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    description = {
      "Serves the version before again, as long as a running platform has not let go of it.",
      "Experiments that have the newer version go on with it."
    })
final class PluginsRollbackCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "a bundle's name, or the id of something it offers")
  private String id;

  @Override
  public Integer call() {
    try (Platform platform = Home.start()) {
      List<BundleReport> present = platform.find(id);
      Held former = draining(present);
      var folder = new PluginFolder(Home.layout());
      boolean isThere =
          present.stream().anyMatch(plugin -> plugin.digest().equals(former.digest()));
      if (!isThere) {
        folder.put(stored(former), nameOf(former));
      }
      present.stream()
          .filter(plugin -> plugin.name().equals(former.name()))
          .filter(plugin -> !plugin.digest().equals(former.digest()))
          .filter(
              plugin ->
                  plugin.version().equals(former.version()) || plugin.isNewerThan(former.version()))
          .forEach(
              plugin -> {
                folder.remove(plugin.path());
                System.out.printf(
                    "%s %s is removed from %s%n", plugin.name(), plugin.version(), plugin.path());
              });
      boolean served = RunningPlatforms.serve(former.digest());
      System.out.printf(
          "%s %s is served again%s%n",
          former.name(), former.version(), served ? "" : " as soon as all platforms notice");
    }
    return 0;
  }

  /** The one that was replaced last. */
  private Held draining(List<BundleReport> present) {
    return RunningPlatform.all(Home.layout()).stream()
        .flatMap(platform -> platform.plugins().stream())
        .filter(held -> held.status() == Status.DRAINING)
        .filter(held -> present.stream().anyMatch(plugin -> plugin.name().equals(held.name())))
        .reduce((earlier, later) -> later)
        .orElseThrow(
            () ->
                new InvalidInput(
                    "no running platform has an older version of '%s' any more; put the jar you"
                            .formatted(id)
                        + " want in place with plugins install --allow-downgrade"));
  }

  private static Path stored(Held former) {
    Path jar = Home.layout().store().resolve(former.digest() + ".jar");
    if (!Files.exists(jar)) {
      throw new InvalidInput("the copy of the version before, '%s', is gone".formatted(jar));
    }
    return jar;
  }

  /** A name of its own, since the newer version may have taken the former's. */
  private static String nameOf(Held former) {
    return "%s-%s-%s.jar"
        .formatted(former.name(), former.version(), former.digest().substring(0, 8));
  }
}
