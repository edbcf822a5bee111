package dev.coffey.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole methods come to a platform that trains, are used by its next run, and go. */
class DropInIT {
  private static final List<String> BUNDLES = List.of("bss", "data-free");
  private static final String FIRST =
      """
      name: first
      dataset: mnist
      student: lenet5-half
      train: { epochs: 2, samples: 100, batch: 50, optimizer: { lr: 0.01 } }
      compare:
        - weighted-sum: { as: gated, losses: [gate] }
      seeds: [1]
      metrics: [accuracy]
      """;
  private static final String NEXT =
      """
      name: next
      dataset: mnist
      teacher:
        network: lenet5
        train: { epochs: 1, samples: 1000, batch: 50, optimizer: { lr: 0.05 } }
      student: lenet5-half
      train: { epochs: 1, samples: 100, batch: 50, steps-per-epoch: 2, optimizer: { lr: 0.01 } }
      compare:
        - bss: { attacked: 16 }
        - dfad: { ngf: 4, batch: 32 }
      seeds: [1]
      metrics: [accuracy]
      """;

  private @TempDir Path folder;

  @Test
  void methodsAreInstalledIntoARunningPlatformUsedByItsNextRunAndRemoved() throws IOException {
    var coffey = Coffey.copyInto(folder.resolve("coffey"));
    for (String bundle : BUNDLES) {
      Files.move(jar(coffey.home().resolve("plugins"), bundle), folder.resolve(bundle + ".jar"));
    }
    coffey.drop(
        GateLoss.compile()
            .write(folder.resolve("gate-1.0.0.jar"), "1.0.0", GateLoss.facts(1, "int")),
        "gate.jar");
    Files.writeString(folder.resolve("first.yaml"), FIRST);
    Files.writeString(folder.resolve("next.yaml"), NEXT);
    Files.createFile(folder.resolve("wait-2"));

    try (var run =
        coffey.start(folder, Map.of(), "run", "first.yaml", "next.yaml", "--jobs", "1")) {
      Waiting.until(
          "the first run", () -> coffey.told().contains("gate.GatePlugin 1.0.0 ACTIVE 1"));
      for (String bundle : BUNDLES) {
        var installed =
            coffey.in(folder, "plugins", "install", folder.resolve(bundle + ".jar").toString());
        assertThat(installed.code()).as(installed.err()).isZero();
        assertThat(installed.out())
            .contains("process %d serves it from now on".formatted(run.process().pid()));
      }
      Files.delete(folder.resolve("wait-2"));
      var ended = run.end();
      assertThat(ended.code()).as(ended.err()).isZero();
    }
    var results = new ObjectMapper().readTree(folder.resolve("runs/next/results.json").toFile());
    assertThat(results.path("rows").findValuesAsText("method")).containsExactly("bss", "dfad");

    for (String bundle : BUNDLES) {
      var removed = coffey.in(folder, "plugins", "remove", "dev.coffey.plugins." + bundle);
      assertThat(removed.code()).as(removed.err()).isZero();
    }
    var without = coffey.in(folder, "run", "next.yaml");
    assertThat(without.code()).isEqualTo(2);
    assertThat(without.err())
        .contains(
            "there is no recipe, method or loss 'bss'",
            "there is no recipe, method or loss 'dfad'");
  }

  private static Path jar(Path plugins, String bundle) throws IOException {
    try (var jars = Files.newDirectoryStream(plugins, bundle + "-*.jar")) {
      return jars.iterator().next();
    }
  }
}
