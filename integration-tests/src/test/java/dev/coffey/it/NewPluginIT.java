package dev.coffey.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code coffey new plugin} makes is built by its author's Maven, dropped in and used. */
class NewPluginIT {
  private static @TempDir Path shared;
  private static Coffey coffey;
  private static Maven maven;

  private @TempDir Path folder;

  @BeforeAll
  static void anAuthorsMachine() throws IOException {
    coffey = Coffey.copyInto(shared.resolve("coffey"));
    maven = Maven.in(shared.resolve("maven")).withSdkOf(coffey);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "loss",
        "composer",
        "method",
        "metric",
        "student",
        "teacher",
        "dataset",
        "classifier",
        "observer"
      })
  void theFirstBuildPassesItsTestsAndGivesAPluginThatIsOffered(String kind) throws IOException {
    Path project = made("first-" + kind, kind);

    maven.run(project, "package");
    dropIn(project);

    assertThat(project.resolve("target/surefire-reports")).isNotEmptyDirectory();
    assertThat(coffey.in(project, "plugins", "list").out())
        .containsPattern("(?m)^" + kind + " +first-" + kind + " +1\\.0\\.0")
        .doesNotContain("refused");
    if (Files.exists(project.resolve("experiment.yaml"))) {
      var planned = coffey.in(project, "plan", "experiment.yaml");
      assertThat(planned.code()).as(planned.err()).isZero();
    }
  }

  @Test
  void theExperimentThatComesWithALossIsRun() throws IOException {
    Path project = made("own-loss", "loss");
    maven.run(project, "package", "-DskipTests");
    dropIn(project);

    var ended = coffey.in(project, "run", "experiment.yaml", "-D", "train.epochs=1");

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("supervised", "own-loss");
  }

  @ParameterizedTest
  @ValueSource(strings = {"loss", "classifier"})
  void mavensArchetypePluginMakesTheSameFiles(String kind) throws IOException {
    Path project = made("same-" + kind, kind);
    Path generated = Files.createDirectories(folder.resolve("generated"));

    maven.run(
        generated,
        "org.apache.maven.plugins:maven-archetype-plugin:%s:generate"
            .formatted(System.getProperty("archetype.version")),
        "-DarchetypeCatalog=internal",
        "-DarchetypeGroupId=dev.coffey",
        "-DarchetypeArtifactId=coffey-plugin-archetype",
        "-DarchetypeVersion=" + System.getProperty("coffey.version"),
        "-DartifactId=same-" + kind,
        "-Dkind=" + kind);

    assertThat(files(generated.resolve("same-" + kind))).isEqualTo(files(project));
  }

  private Path made(String name, String kind) {
    var ended = coffey.in(folder, "new", "plugin", name, "--kind", kind);
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).contains(coffey.home().resolve("sdk").toString(), "mvn package");
    return folder.resolve(name);
  }

  private static void dropIn(Path project) throws IOException {
    String jar = project.getFileName() + "-1.0.0.jar";
    Files.copy(project.resolve("target/" + jar), coffey.home().resolve("plugins/" + jar));
  }

  private static Map<String, String> files(Path project) throws IOException {
    var files = new TreeMap<String, String>();
    try (var paths = Files.walk(project)) {
      for (Path file : paths.filter(Files::isRegularFile).toList()) {
        files.put(project.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }
}
