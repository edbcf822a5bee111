package dev.coffey.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffey.api.Loss;
import dev.coffey.kernel.BundleReport.Status;
import dev.coffey.kernel.catalogue.Leases;
import dev.coffey.kernel.catalogue.UnknownService;
import dev.coffey.kernel.example.PluginJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins come and go under a platform that watches, in a real framework and a real folder. */
class HotSwapTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path home;
  @TempDir Path state;
  @TempDir Path elsewhere;
  private final List<String> news = new CopyOnWriteArrayList<>();
  private Platform platform;

  @BeforeEach
  void aPlatformWithOneLoss() throws IOException {
    Files.createDirectories(home.resolve("conf"));
    Files.writeString(
        home.resolve("conf/platform.yaml"), "plugins: { stable-millis: 30, poll-millis: 200 }");
    drop("kd.jar", kd("1.0.0", "old"));
    platform = Platform.start(new PlatformLayout(home, state));
    platform.watch(news::add);
  }

  @AfterEach
  void close() {
    platform.close();
  }

  @Test
  void aNewerVersionServesTheNextExperimentWhileTheFirstGoesOn() {
    try (var first = platform.catalogue().lease()) {
      assertThat(flavour(first)).isEqualTo("old");

      drop("kd-2.jar", kd("2.0.0", "new"));
      await(() -> flavour().equals("new"));

      assertThat(flavour(first)).isEqualTo("old");
      await(() -> statusOf("1.0.0") == Status.DRAINING);
      assertThat(report("1.0.0").leases()).isEqualTo(1);
    }
    await(() -> statusOf("1.0.0") == Status.RESERVED);
  }

  @Test
  void aReplacedFileDrainsItsFormerVersionWhichIsForgotten() {
    try (var first = platform.catalogue().lease()) {
      flavour(first);
      drop("kd.jar", kd("2.0.0", "new"));
      await(() -> flavour().equals("new"));
      await(() -> news.size() == 2);
      assertThat(statusOf("1.0.0")).isEqualTo(Status.DRAINING);
    }
    await(() -> platform.bundles().size() == 1);
    assertThat(platform.bundles().get(0).version()).isEqualTo("2.0.0");
    await(() -> news.size() == 3);
    assertThat(news)
        .containsExactly(
            "dev.example.kd 1.0.0 drains: 1 lease holds it",
            "dev.example.kd 2.0.0 is served",
            "dev.example.kd 1.0.0 is gone");
  }

  @Test
  void aRebuiltJarWithItsOldVersionReplacesItself() {
    try (var first = platform.catalogue().lease()) {
      assertThat(flavour(first)).isEqualTo("old");
      drop("kd.jar", kd("1.0.0", "rebuilt"));
      await(() -> flavour().equals("rebuilt"));
      assertThat(flavour(first)).isEqualTo("old");
    }
    await(() -> platform.bundles().size() == 1);
  }

  @Test
  void aRemovedPluginIsServedToNobodyNewAndRunsOnForWhoHasIt() throws IOException {
    try (var first = platform.catalogue().lease()) {
      flavour(first);
      Files.delete(plugins().resolve("kd.jar"));
      await(() -> platform.catalogue().offers().isEmpty());

      assertThat(flavour(first)).isEqualTo("old");
      try (var second = platform.catalogue().lease()) {
        assertThatThrownBy(() -> flavour(second)).isInstanceOf(UnknownService.class);
      }
    }
    await(() -> platform.bundles().isEmpty());
  }

  @Test
  void anOlderVersionIsForPinsOnlyAndServedOnceTheNewerIsGone() throws IOException {
    drop("kd-0.9.jar", kd("0.9.0", "ancient"));
    await(() -> platform.bundles().size() == 2);

    assertThat(statusOf("0.9.0")).isEqualTo(Status.RESERVED);
    assertThat(flavour()).isEqualTo("old");
    try (var pinned = platform.catalogue().lease()) {
      assertThat(flavour(pinned, "kd@0.9")).isEqualTo("ancient");
      assertThat(statusOf("0.9.0")).isEqualTo(Status.DRAINING);
      assertThat(flavour()).isEqualTo("old");
    }
    await(() -> statusOf("0.9.0") == Status.RESERVED);

    Files.delete(plugins().resolve("kd.jar"));
    await(() -> flavour().equals("ancient"));
  }

  @Test
  void anOlderVersionUnderTheSameFileNameDoesNotReplaceTheNewer() {
    drop("kd.jar", kd("0.9.0", "ancient"));
    await(() -> platform.bundles().size() == 2);

    assertThat(flavour()).isEqualTo("old");
    try (var pinned = platform.catalogue().lease()) {
      assertThat(flavour(pinned, "kd@[0,1)")).isEqualTo("ancient");
    }
  }

  @Test
  void whileTheOldVersionDrainsTheRolesCanChangeBackWithoutLoadingAnything() throws IOException {
    try (var first = platform.catalogue().lease()) {
      Loss before = first.lease(Loss.class, "kd").service();
      drop("kd.jar", kd("2.0.0", "new"));
      await(() -> flavour().equals("new"));

      drop("kd-old.jar", kd("1.0.0", "old"));
      Files.delete(plugins().resolve("kd.jar"));
      await(() -> flavour().equals("old"));

      try (var second = platform.catalogue().lease()) {
        assertThat(second.lease(Loss.class, "kd").service()).isSameAs(before);
      }
    }
    await(() -> platform.bundles().size() == 1);
  }

  @Test
  void aHalfCopiedJarIsToldOfAndTakenOnceItIsWhole() throws IOException {
    byte[] whole = kd("2.0.0", "new").bytes();
    Path jar = plugins().resolve("kd-2.jar");
    Files.write(jar, Arrays.copyOf(whole, whole.length / 2));
    await(() -> platform.bundles().size() == 2);
    assertThat(platform.bundles().get(1).remark()).startsWith("it is not a readable jar (");
    assertThat(flavour()).isEqualTo("old");

    Files.write(jar, whole);

    await(() -> flavour().equals("new"));
    assertThat(platform.bundles()).allMatch(bundle -> bundle.remark().isEmpty());
  }

  @Test
  void aBadJarUnderAGoodOnesNameLeavesTheGoodOneServed() throws IOException {
    Files.writeString(plugins().resolve("kd.jar"), "no jar at all");
    await(() -> platform.bundles().size() == 2);

    assertThat(flavour()).isEqualTo("old");
    assertThat(platform.bundles())
        .extracting(BundleReport::status)
        .containsExactly(Status.ACTIVE, Status.REFUSED);
    Files.delete(plugins().resolve("kd.jar"));
    await(() -> platform.bundles().isEmpty());
  }

  @Test
  void aRenamedFileChangesNothing() throws IOException {
    try (var first = platform.catalogue().lease()) {
      Loss before = first.lease(Loss.class, "kd").service();
      Files.move(plugins().resolve("kd.jar"), plugins().resolve("distillation.jar"));
      await(() -> platform.bundles().get(0).path().endsWith("distillation.jar"));

      try (var second = platform.catalogue().lease()) {
        assertThat(second.lease(Loss.class, "kd").service()).isSameAs(before);
      }
    }
  }

  @Test
  void anExperimentGetsAllOfABundleInOneVersion() {
    drop("pair.jar", PluginJar.withLoss("dev.example.pair", "left,right", "one"));
    await(() -> platform.catalogue().peek(Loss.class, "left").isPresent());
    try (var leases = platform.catalogue().lease()) {
      leases.lease(Loss.class, "left");
      drop("pair.jar", PluginJar.withLoss("dev.example.pair", "left,right", "two").version("2"));
      await(
          () ->
              platform.catalogue().offers().stream()
                  .anyMatch(offer -> offer.version().equals("2.0.0")));

      assertThat(flavour(leases, "right")).isEqualTo("one");
    }
  }

  @Test
  void aLibraryStaysWhileABundleThatImportsItIsUsed() throws IOException {
    drop("library.jar", library("1.0.0"));
    await(() -> platform.bundles().size() == 2);
    drop("user.jar", PluginJar.withLoss("dev.example.user", "user", "mine").imports("data.digits"));
    await(() -> platform.catalogue().peek(Loss.class, "user").isPresent());
    try (var leases = platform.catalogue().lease()) {
      leases.lease(Loss.class, "user");
      Files.delete(plugins().resolve("library.jar"));
      await(() -> platform.bundles().stream().anyMatch(b -> b.status() == Status.DRAINING));

      assertThat(flavour(leases, "user")).isEqualTo("mine");
      Files.delete(plugins().resolve("user.jar"));
      await(() -> platform.catalogue().peek(Loss.class, "user").isEmpty());
    }
    await(() -> platform.bundles().size() == 1);
  }

  @Test
  void aPluginIsTakenWhenTheLibraryItLacksComes() {
    drop("user.jar", PluginJar.withLoss("dev.example.user", "user", "mine").imports("data.digits"));
    await(() -> platform.bundles().size() == 2);
    assertThat(platform.bundles().get(1).remark())
        .isEqualTo("it imports the package data.digits, which no bundle here exports");

    drop("library.jar", library("1.0.0"));

    await(() -> platform.catalogue().peek(Loss.class, "user").isPresent());
  }

  @Test
  void aTwinIsUsedOnceTheOtherIsGone() throws IOException {
    drop("twin.jar", kd("1.0.0", "other"));
    await(() -> platform.bundles().size() == 2);
    assertThat(platform.bundles().get(1).remark()).contains("but with other content");

    Files.delete(plugins().resolve("kd.jar"));

    await(() -> flavour().equals("other"));
  }

  @Test
  void aSecondCopyOfAJarTakesOverWhenTheFirstIsDeleted() throws IOException {
    try (var first = platform.catalogue().lease()) {
      Loss before = first.lease(Loss.class, "kd").service();
      Files.copy(plugins().resolve("kd.jar"), plugins().resolve("copy.jar"));
      await(() -> platform.bundles().size() == 2);

      Files.delete(plugins().resolve("kd.jar"));

      await(() -> platform.bundles().size() == 1);
      try (var second = platform.catalogue().lease()) {
        assertThat(second.lease(Loss.class, "kd").service()).isSameAs(before);
      }
    }
  }

  @Test
  void otherProcessesAreToldWhatThereIs() {
    try (var first = platform.catalogue().lease()) {
      flavour(first);
      drop("kd.jar", kd("2.0.0", "new"));

      await(() -> states().equals(List.of("1.0.0 DRAINING 1", "2.0.0 ACTIVE 0")));
    }
    await(() -> states().equals(List.of("2.0.0 ACTIVE 0")));
    platform.close();
    assertThat(RunningPlatform.all(new PlatformLayout(home, state))).isEmpty();
  }

  @Test
  void aCheckChangesNothing() throws IOException {
    var before = platform.catalogue().offers();
    Path good = kd("3.0.0", "next").write(elsewhere, "kd.jar");

    var check = platform.check(good, plugins().resolve("kd.jar"));

    assertThat(check.report().remark()).isEmpty();
    assertThat(check.offers()).containsExactly("loss 'kd'");
    assertThat(platform.catalogue().offers()).isEqualTo(before);
    assertThat(platform.bundles()).hasSize(1);
    assertThat(
            platform
                .check(plugins().resolve("kd.jar"), plugins().resolve("kd.jar"))
                .report()
                .remark())
        .isEmpty();
    assertThat(flavour()).isEqualTo("old");
  }

  @Test
  void aJarThatIsNotAllowedComesInOnceTheListAllowsIt() throws IOException {
    Files.writeString(home.resolve("conf/plugins.allow"), "# nothing yet\nenforce\n");
    PluginJar next = kd("2.0.0", "new");
    drop("kd-2.jar", next);
    await(() -> platform.bundles().size() == 2);
    String digest = dev.coffey.kernel.plugin.Sha256.of(plugins().resolve("kd-2.jar"));
    assertThat(platform.bundles().get(1).remark())
        .isEqualTo(
            "it is not allowed: neither its SHA-256 %s nor a signer of it is in %s"
                .formatted(digest, home.resolve("conf/plugins.allow")));
    assertThat(flavour()).isEqualTo("old");

    Files.writeString(home.resolve("conf/plugins.allow"), "enforce\n" + digest + "  kd-2.jar\n");

    await(() -> flavour().equals("new"));
  }

  private List<String> states() {
    return RunningPlatform.all(new PlatformLayout(home, state)).stream()
        .flatMap(running -> running.plugins().stream())
        .map(held -> held.version() + " " + held.status() + " " + held.leases())
        .toList();
  }

  private Status statusOf(String version) {
    return report(version).status();
  }

  private BundleReport report(String version) {
    return platform.bundles().stream()
        .filter(bundle -> bundle.version().equals(version))
        .findFirst()
        .orElseThrow();
  }

  private String flavour() {
    return platform
        .catalogue()
        .peek(Loss.class, "kd")
        .map(loss -> loss.inputs().get("flavour"))
        .orElse("");
  }

  private static String flavour(Leases leases) {
    return flavour(leases, "kd");
  }

  private static String flavour(Leases leases, String id) {
    return leases.lease(Loss.class, id).service().inputs().get("flavour");
  }

  private static PluginJar kd(String version, String flavour) {
    return PluginJar.withLoss("dev.example.kd", "kd", flavour).version(version);
  }

  private static PluginJar library(String version) {
    return PluginJar.named("dev.example.library")
        .version(version)
        .header("Export-Package", "data.digits;version=\"1.0.0\"")
        .resource("data/digits/digits.txt", "0123456789");
  }

  private void drop(String file, PluginJar jar) {
    try {
      Path aside = jar.write(elsewhere, file);
      Files.createDirectories(plugins());
      Files.move(aside, plugins().resolve(file), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private Path plugins() {
    return home.resolve("plugins");
  }

  private static void await(BooleanSupplier condition) {
    Waiting.until(PATIENCE, condition);
  }
}
