package dev.coffey.cli.archetype;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffey.api.Plugin;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ArchetypeTest {
  /** What Velocity leaves where it knows no such name; {@code ${mxnet.classifier}} is Maven's. */
  private static final Pattern FORGOTTEN =
      Pattern.compile(
          "#\\[\\[|]]#|__|\\$\\{(?!coffey.version|mxnet.classifier|gamma|share)|@\\w+\\.");

  static Stream<String> kinds() {
    return Stream.of(Plugin.class.getPermittedSubclasses())
        .map(kind -> kind.getSimpleName().toLowerCase(Locale.ROOT));
  }

  @Test
  void itHasFilesForEveryKindOfService() throws IOException {
    try (var archetype = Archetype.open()) {
      assertThat(archetype.kinds()).hasSameElementsAs(kinds().collect(toSet())).hasSize(9);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "focal-loss, loss, FocalLoss",
    "focal, loss, FocalLoss",
    "focal-plugin, loss, FocalLoss",
    "loss-aware, loss, LossAwareLoss",
    "top-2, metric, Top2Metric",
    "tiny-cnn, student, TinyCnnStudent"
  })
  void classesAreNamedAfterTheProjectWithoutSayingTheKindTwice(
      String name, String kind, String service) throws IOException {
    assertThat(complete(name, kind)).containsEntry("service", service);
  }

  @Test
  void thePackageIsTheNameWithoutDashes() throws IOException {
    assertThat(complete("focal-loss", "loss"))
        .containsEntry("package", "org.example.focalloss")
        .containsEntry("packageInPathFormat", "org/example/focalloss");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aProjectHasItsServiceItsTestAndNothingUnfilled(String kind) throws IOException {
    try (var archetype = Archetype.open()) {
      var project =
          archetype.render(archetype.complete(Map.of("artifactId", "mine", "kind", kind)));

      String service = "Mine" + kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
      assertThat(project)
          .containsKeys(
              "pom.xml",
              "README.md",
              ".gitignore",
              "src/main/java/org/example/mine/MinePlugin.java",
              "src/main/java/org/example/mine/" + service + ".java",
              "src/test/java/org/example/mine/" + service + "Test.java")
          .allSatisfy((path, text) -> assertThat(text).as(path).doesNotContainPattern(FORGOTTEN));
      assertThat(project.keySet())
          .noneMatch(path -> path.contains("kinds/") || path.contains("__"));
      assertThat(project.get("README.md").lines()).hasSizeLessThanOrEqualTo(25);
    }
  }

  private static Map<String, String> complete(String name, String kind) throws IOException {
    try (var archetype = Archetype.open()) {
      return archetype.complete(Map.of("artifactId", name, "kind", kind));
    }
  }
}
