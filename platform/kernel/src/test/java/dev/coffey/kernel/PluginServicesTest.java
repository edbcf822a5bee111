package dev.coffey.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffey.api.Loss;
import dev.coffey.kernel.BundleReport.Status;
import dev.coffey.kernel.catalogue.Offer;
import dev.coffey.kernel.catalogue.RecipeOffer;
import dev.coffey.kernel.catalogue.UnknownService;
import dev.coffey.kernel.example.ByHandActivator;
import dev.coffey.kernel.example.DataPlugin;
import dev.coffey.kernel.example.DataReader;
import dev.coffey.kernel.example.FlavouredLoss;
import dev.coffey.kernel.example.PluginJar;
import dev.coffey.kernel.plugin.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins in a real framework. */
class PluginServicesTest {
  @TempDir Path home;
  @TempDir Path state;

  @Test
  void aPluginsServicesAreOfferedWithVersionBundleAndDigest() throws IOException {
    Path jar = PluginJar.withLoss("dev.example.kd", "kd-kl", "soft").write(plugins(), "kd.jar");

    try (Platform platform = start()) {
      assertThat(platform.catalogue().offers())
          .containsExactly(
              new Offer(Loss.class, "kd-kl", "1.0.0", "dev.example.kd", Sha256.of(jar)));
      assertThat(platform.bundles()).hasSize(1);
      BundleReport report = platform.bundles().get(0);
      assertThat(report.status()).isEqualTo(Status.ACTIVE);
      assertThat(report.digest()).isEqualTo(Sha256.of(jar));
      assertThat(report.path()).isEqualTo(jar);
      assertThat(report.remark()).isEmpty();
    }
  }

  @Test
  void aPluginRunsInItsOwnClassLoader() {
    PluginJar.withLoss("dev.example.kd", "kd-kl", "soft").write(plugins(), "kd.jar");

    try (Platform platform = start();
        var leases = platform.catalogue().lease()) {
      Loss loss = leases.lease(Loss.class, "kd-kl").service();

      assertThat(loss).isNotInstanceOf(FlavouredLoss.class);
      assertThat(loss.getClass().getName()).isEqualTo(FlavouredLoss.class.getName());
    }
  }

  @Test
  void theDropFolderMayChangeWhileAPluginRuns() throws IOException {
    Path jar =
        PluginJar.named("dev.example.reader")
            .classes(DataPlugin.class, DataReader.class)
            .module(DataPlugin.class.getName())
            .resource("data/digits/digits.txt", "own")
            .write(plugins(), "reader.jar");

    try (Platform platform = start();
        var leases = platform.catalogue().lease()) {
      Files.delete(jar);

      assertThat(leases.lease(Loss.class, "reader").service().inputs())
          .isEqualTo(Map.of("digits", "own"));
    }
  }

  @Test
  void foldersMayHaveSpacesAndSigns() {
    Path odd = home.resolve("my coffee+milk 100%");
    PluginJar.withLoss("dev.example.kd", "kd-kl", "soft").write(odd.resolve("plugins"), "k d.jar");
    PluginJar.named("dev.example.data").write(odd.resolve("bundles"), "da ta%20.jar");

    try (Platform platform =
        Platform.start(new PlatformLayout(odd, state.resolve("my state+%41")))) {
      assertThat(platform.bundles())
          .hasSize(2)
          .allMatch(bundle -> bundle.status() == Status.ACTIVE);
    }
  }

  @Test
  void recipesAreReadFromBesideTheModule() {
    PluginJar.withLoss("dev.example.kd", "kd-kl", "soft\nrecipe=kd")
        .resource("dev/coffey/kernel/example/recipe.yaml", "options: {temperature: 4}")
        .write(plugins(), "kd.jar");

    try (Platform platform = start();
        var leases = platform.catalogue().lease()) {
      RecipeOffer recipe = leases.recipe("kd").orElseThrow();

      assertThat(recipe.bundle()).isEqualTo("dev.example.kd");
      assertThat(recipe.content().at("options").at("temperature").value().asInt()).isEqualTo(4);
      assertThat(platform.catalogue().recipes()).extracting(RecipeOffer::id).containsExactly("kd");
      assertThat(leases.recipe("dk")).isEmpty();
    }
  }

  @Test
  void aServiceRegisteredByHandIsAnEqualCitizen() {
    PluginJar.named("dev.example.hand")
        .classes(FlavouredLoss.class)
        .activator(ByHandActivator.class)
        .version("2.1.0")
        .write(plugins(), "hand.jar");

    try (Platform platform = start();
        var leases = platform.catalogue().lease()) {
      var lease = leases.lease(Loss.class, "by-hand");

      assertThat(lease.service().inputs()).isEqualTo(Map.of("flavour", "by hand"));
      assertThat(lease.offer().version()).isEqualTo("2.1.0");
      assertThat(lease.offer().digest()).hasSize(64);
    }
  }

  @Test
  void ofTwoVersionsTheNewestIsServedAndRangesReachTheOther() {
    PluginJar.withLoss("dev.example.kd", "kd-kl", "old").write(plugins(), "a.jar");
    PluginJar.withLoss("dev.example.kd", "kd-kl", "new").version("1.2.3").write(plugins(), "b.jar");

    try (Platform platform = start();
        var leases = platform.catalogue().lease()) {
      assertThat(flavour(leases.lease(Loss.class, "kd-kl").service())).isEqualTo("new");
      assertThat(flavour(leases.lease(Loss.class, "kd-kl@1.2").service())).isEqualTo("new");
      assertThat(flavour(leases.lease(Loss.class, "kd-kl@1.0.0").service())).isEqualTo("old");
      assertThat(flavour(leases.lease(Loss.class, "kd-kl@[1,1.2)").service())).isEqualTo("old");
      assertThat(platform.catalogue().offers()).hasSize(1);
      assertThat(platform.bundles()).allMatch(bundle -> bundle.remark().isEmpty());
    }
  }

  @Test
  void anExperimentKeepsItsVersionsWhileANewerOneComesIn(@TempDir Path elsewhere) {
    PluginJar.withLoss("dev.example.kd", "kd-kl", "old").write(plugins(), "kd.jar");
    Path newer =
        PluginJar.withLoss("dev.example.kd", "kd-kl", "new")
            .version("2.0.0")
            .write(elsewhere, "kd.jar");

    try (Platform platform = start();
        var first = platform.catalogue().lease()) {
      Loss held = first.lease(Loss.class, "kd-kl").service();

      assertThat(platform.install(newer).status()).isEqualTo(Status.ACTIVE);

      assertThat(flavour(held)).isEqualTo("old");
      assertThat(flavour(first.lease(Loss.class, "kd-kl").service())).isEqualTo("old");
      assertThat(first.held()).extracting(Offer::version).containsExactly("1.0.0");
      try (var second = platform.catalogue().lease()) {
        assertThat(flavour(second.lease(Loss.class, "kd-kl").service())).isEqualTo("new");
      }
    }
  }

  @Test
  void ofTwoBundlesThatOfferOneIdTheHigherVersionIsServedAndTheOtherTold() {
    PluginJar.withLoss("dev.example.a", "kd-kl", "a").write(plugins(), "a.jar");
    PluginJar.withLoss("dev.example.b", "kd-kl", "b").version("2.0.0").write(plugins(), "b.jar");

    try (Platform platform = start()) {
      assertThat(flavour(platform.catalogue().peek(Loss.class, "kd-kl").orElseThrow()))
          .isEqualTo("b");
      assertThat(platform.bundles().get(0).remark())
          .isEqualTo(
              "its loss 'kd-kl' is not served: dev.example.b 2.0.0 offers one, too, and has the"
                  + " higher version");
      assertThat(platform.bundles().get(0).status()).isEqualTo(Status.ACTIVE);
    }
  }

  @Test
  void anUnknownNameSuggestsTheNearest() {
    PluginJar.withLoss("dev.example.kd", "kd-kl", "soft").write(plugins(), "kd.jar");

    try (Platform platform = start();
        var leases = platform.catalogue().lease()) {
      assertThatThrownBy(() -> leases.lease(Loss.class, "kd-k1"))
          .isInstanceOf(UnknownService.class)
          .hasMessage("there is no loss 'kd-k1'; did you mean kd-kl?");
    }
  }

  @Test
  void severalPlatformsShareOneStore() {
    PluginJar.withLoss("dev.example.kd", "kd-kl", "soft").write(plugins(), "kd.jar");

    try (Platform one = start();
        Platform two = start()) {
      assertThat(one.catalogue().offers()).isEqualTo(two.catalogue().offers()).hasSize(1);
    }
  }

  private Platform start() {
    return Platform.start(new PlatformLayout(home, state));
  }

  private Path plugins() {
    return home.resolve("plugins");
  }

  private static String flavour(Loss loss) {
    return loss.inputs().get("flavour");
  }
}
