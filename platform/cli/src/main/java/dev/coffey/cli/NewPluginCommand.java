package dev.coffey.cli;

import dev.coffey.cli.archetype.Archetype;
import dev.coffey.cli.archetype.PackageName;
import dev.coffey.cli.archetype.PluginName;
import dev.coffey.cli.archetype.ProjectFolder;
import dev.coffey.kernel.config.InvalidInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffey new plugin NAME}. */
@Command(
    name = "plugin",
    mixinStandardHelpOptions = true,
    description = "Makes a Maven project of a plugin: a working service, its test, an experiment.")
final class NewPluginCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "NAME", description = "name and id, such as focal-loss")
  private String name;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      required = true,
      description =
          "what it offers: loss, composer, method, metric, student, teacher, dataset, classifier"
              + " or observer")
  private String kind;

  @Option(
      names = "--package",
      paramLabel = "PACKAGE",
      description = "its Java package; org.example.NAME without '-' if left out")
  private Optional<String> javaPackage;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "folder of the project, new or empty; NAME in this folder if left out")
  private Optional<Path> folder;

  @Option(names = "--json", description = "prints a JSON document")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Path home = Home.folder();
    try (var archetype = Archetype.open()) {
      var properties = archetype.complete(given(archetype.kinds()));
      // the default is made of the name, which may be a reserved word
      new PackageName(properties.get("package"));
      var project = new ProjectFolder(folder.orElse(Path.of(name)));
      project.write(archetype.render(properties));
      if (json) {
        Json.print(Map.of("project", project.path().toString(), "properties", properties));
      } else {
        explain(home, project.path(), properties);
      }
    }
    return 0;
  }

  private Map<String, String> given(List<String> kinds) {
    String chosen = kind.toLowerCase(Locale.ROOT);
    if (!kinds.contains(chosen)) {
      throw new InvalidInput(
          "there is no kind of plugin '%s'; there are %s"
              .formatted(kind, String.join(", ", kinds)));
    }
    var given = new LinkedHashMap<String, String>();
    given.put("artifactId", new PluginName(name).besides(kinds).text());
    given.put("kind", chosen);
    javaPackage
        .map(PackageName::new)
        .ifPresent(
            inside -> {
              given.put("package", inside.text());
              given.put("groupId", inside.group());
            });
    return given;
  }

  private static void explain(Path home, Path project, Map<String, String> properties) {
    System.out.printf(
        """
        %s is in %s

        Once, to put Coffey's SDK into your Maven repository:
          mvn -q -f "%s" install
        Then build it, drop it in and use it:
          cd "%s"
          mvn package
          coffey plugins install target/%s-%s.jar
          coffey plugins info %s
        """,
        properties.get("service"),
        project,
        home.resolve("sdk"),
        project,
        properties.get("artifactId"),
        properties.get("version"),
        properties.get("artifactId"));
  }
}
