package dev.coffey.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherIT {
  private @TempDir Path folder;

  @Test
  void worksFromAPathWithSpacesThroughALinkAndFromAnyFolder() throws IOException {
    Path home = folder.resolve("a place/with spaces");
    Coffey.copyInto(home);
    Path link = folder.resolve("my coffey");
    Files.createSymbolicLink(link, home.resolve("bin/coffey"));
    Path elsewhere = Files.createDirectories(folder.resolve("else where"));
    var ended = Coffey.process(elsewhere, Map.of(), List.of(link.toString(), "plugins", "list"));
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("kd-kl");
  }

  @Test
  void theLauncherOfTheCheckoutUsesTheDistributionThatIsThere() {
    var ended =
        Coffey.process(
            folder, Map.of(), List.of(Coffey.checkout().resolve("coffey").toString(), "--version"));
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).startsWith("coffey " + System.getProperty("coffey.version"));
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void theUsersOwnThreadSettingsWin() {
    var ended =
        Coffey.assembled()
            .in(folder, Map.of("OMP_NUM_THREADS", "1", "OPENBLAS_CORETYPE", "Prescott"), "doctor");
    assertThat(ended.out())
        .containsPattern("OMP_NUM_THREADS +1")
        .containsPattern("OPENBLAS_CORETYPE +Prescott");
  }

  @Test
  void outputIsPlainWhereNobodyLooks() {
    var ended = Coffey.assembled().in(folder, "--help");
    assertThat(ended.out()).contains("Usage:").doesNotContain("\u001b[");
  }

  @Test
  void theArchiveHoldsTheWholeDistribution() {
    Path archive =
        Coffey.checkout()
            .resolve(
                "distribution/target/coffey-" + System.getProperty("coffey.version") + ".tar.gz");
    var ended = Coffey.process(folder, Map.of(), List.of("tar", "tzf", archive.toString()));
    assertThat(ended.out())
        .contains(
            "/bin/coffey",
            "/plugins/losses-",
            "/bundles/engine-mxnet-",
            "/examples/first.yaml",
            "/LICENSE");
  }
}
