package dev.coffey.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds exactly the plugin that docs/plugin-guide.md shows, outside the reactor, and uses it. */
class PluginGuideIT {
  private static final Pattern FILE =
      Pattern.compile("`([\\w./-]+)`:?\\n+```(?:xml|java|yaml)\\n(.*?)```", Pattern.DOTALL);

  private @TempDir Path folder;

  @Test
  void thePluginOfTheGuideBuildsDropsInAndIsCompared() throws IOException {
    Path project = Files.createDirectories(folder.resolve("focal-loss"));
    String guide = Files.readString(Coffey.checkout().resolve("docs/plugin-guide.md"));
    var files = FILE.matcher(guide);
    while (files.find()) {
      Path file = project.resolve(files.group(1));
      Files.createDirectories(file.getParent());
      Files.writeString(file, files.group(2));
    }
    assertThat(Files.readAllLines(project.resolve("pom.xml"))).hasSizeLessThan(40);

    Coffey coffey = Coffey.copyInto(folder.resolve("coffey"));
    Maven.in(folder).withSdkOf(coffey).run(project, "package");

    Path jar = project.resolve("target/focal-loss-1.0.0.jar");
    Files.copy(jar, coffey.home().resolve("plugins/focal-loss-1.0.0.jar"));
    Path experiment = folder.resolve("experiment.yaml");
    Files.move(project.resolve("experiment.yaml"), experiment);
    var ended = coffey.in(folder, "run", experiment.toString(), "-D", "train.epochs=1");
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("supervised", "focal");
    assertThat(coffey.in(folder, "plugins", "info", "focal").out()).contains("gamma", "focusing");
  }
}
