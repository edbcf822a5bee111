package dev.coffey.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

    var built =
        Coffey.process(
            project,
            Map.of(),
            List.of(
                "mvn",
                "-q",
                "-B",
                "-s",
                settings().toString(),
                "-Dmaven.repo.local=" + repository(),
                "package"));
    assertThat(built.code()).as(built.out() + built.err()).isZero();

    Coffey coffey = Coffey.copyInto(folder.resolve("coffey"));
    Path jar = project.resolve("target/focal-loss-1.0.0.jar");
    Files.copy(jar, coffey.home().resolve("plugins/focal-loss-1.0.0.jar"));
    Path experiment = folder.resolve("experiment.yaml");
    Files.move(project.resolve("experiment.yaml"), experiment);
    var ended = coffey.in(folder, "run", experiment.toString(), "-D", "train.epochs=1");
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("supervised", "focal");
    assertThat(coffey.in(folder, "plugins", "info", "focal").out()).contains("gamma", "focusing");
  }

  /** Maven takes what it needs from this machine's repository, never from the network. */
  private Path settings() throws IOException {
    Path file = folder.resolve("settings.xml");
    Files.writeString(
        file,
        """
        <settings>
          <mirrors>
            <mirror><id>here</id><mirrorOf>*</mirrorOf><url>%s</url></mirror>
          </mirrors>
        </settings>
        """
            .formatted(Path.of(System.getProperty("maven.local.repository")).toUri()));
    return file;
  }

  /** A local repository that holds Coffey's SDK as {@code mvn install} would leave it. */
  private Path repository() throws IOException {
    Path repository = folder.resolve("repository");
    String version = System.getProperty("coffey.version");
    for (String module : List.of("api", "nn")) {
      Path source = Coffey.checkout().resolve("platform/" + module);
      Path target =
          Files.createDirectories(
              repository.resolve("dev/coffey/coffey-" + module + "/" + version));
      String name = "coffey-" + module + "-" + version;
      Files.copy(source.resolve("target/" + name + ".jar"), target.resolve(name + ".jar"));
      Files.copy(source.resolve("pom.xml"), target.resolve(name + ".pom"));
    }
    copyPom(repository, "platform", Coffey.checkout().resolve("platform/pom.xml"), version);
    copyPom(repository, "coffey", Coffey.checkout().resolve("pom.xml"), version);
    return repository;
  }

  private static void copyPom(Path repository, String artifact, Path pom, String version)
      throws IOException {
    Path target =
        Files.createDirectories(repository.resolve("dev/coffey/" + artifact + "/" + version));
    Files.copy(pom, target.resolve(artifact + "-" + version + ".pom"));
  }
}
