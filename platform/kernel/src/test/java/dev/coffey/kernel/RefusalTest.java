package dev.coffey.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffey.api.Loss;
import dev.coffey.kernel.BundleReport.Status;
import dev.coffey.kernel.config.InvalidInput;
import dev.coffey.kernel.example.EndlessActivator;
import dev.coffey.kernel.example.EndlessPlugin;
import dev.coffey.kernel.example.FlavouredLoss;
import dev.coffey.kernel.example.PluginJar;
import dev.coffey.kernel.example.ThrowingActivator;
import dev.coffey.kernel.example.ThrowingFactoryActivator;
import dev.coffey.kernel.example.ThrowingLoss;
import dev.coffey.kernel.example.ThrowingLossPlugin;
import dev.coffey.kernel.example.ThrowingPlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bad jar beside a good one: it is told of in one sentence, and the good one works. */
class RefusalTest {
  @TempDir Path home;
  @TempDir Path state;

  @BeforeEach
  void aGoodPlugin() {
    PluginJar.withLoss("dev.example.good", "good", "fine").write(plugins(), "good.jar");
  }

  @Test
  void aTruncatedJar() throws IOException {
    byte[] whole = PluginJar.withLoss("dev.example.bad", "bad", "").bytes();
    Files.write(plugins().resolve("bad.jar"), Arrays.copyOf(whole, whole.length / 2));

    assertThat(refusalOfBadJar()).startsWith("it is not a readable jar (");
  }

  @Test
  void aJarThatIsNoBundle() {
    bad(PluginJar.named("dev.example.bad").without("Bundle-SymbolicName"));

    assertThat(refusalOfBadJar())
        .isEqualTo(
            "it is no OSGi bundle: its manifest has no Bundle-SymbolicName (build it with bnd)");
  }

  @Test
  void aJarWithoutAManifest() {
    bad(
        PluginJar.named("dev.example.bad")
            .without("Bundle-SymbolicName")
            .without("Manifest-Version"));

    assertThat(refusalOfBadJar()).startsWith("it is no OSGi bundle");
  }

  @Test
  void aVersionThatIsNone() {
    bad(PluginJar.named("dev.example.bad").version("1.2-SNAPSHOT"));

    assertThat(refusalOfBadJar())
        .isEqualTo("it has the Bundle-Version '1.2-SNAPSHOT', which is no version such as 1.2.0");
  }

  @Test
  void anImportThatNobodyExports() {
    bad(PluginJar.named("dev.example.bad").imports("no.such.thing;version=\"[1.5,2)\""));

    assertThat(refusalOfBadJar())
        .isEqualTo(
            "it imports the package no.such.thing in version [1.5.0,2.0.0), which no bundle here"
                + " exports");
  }

  @Test
  void anImportOfTheKernelsInside() {
    bad(PluginJar.named("dev.example.bad").imports("dev.coffey.kernel"));

    assertThat(refusalOfBadJar())
        .isEqualTo("it imports the package dev.coffey.kernel, which no bundle here exports");
  }

  @Test
  void aPluginForALaterPlatform() {
    bad(
        PluginJar.named("dev.example.bad")
            .header("Import-Package", "dev.coffey.api;version=\"[7.0,8)\""));

    assertThat(refusalOfBadJar())
        .isEqualTo(
            "it imports the package dev.coffey.api in version [7.0.0,8.0.0), but here it has"
                + " version 1.3.0");
  }

  @Test
  void aPluginForALaterJava() {
    bad(
        PluginJar.named("dev.example.bad")
            .header("Require-Capability", "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\""));

    assertThat(refusalOfBadJar())
        .isEqualTo("it is built for Java 99, but this is Java " + Runtime.version().feature());
  }

  @Test
  void aModuleClassThatIsMissing() {
    bad(PluginJar.named("dev.example.bad").module("dev.example.Missing"));

    assertThat(refusalOfBadJar())
        .isEqualTo("it names the module class dev.example.Missing, which it does not contain");
  }

  @Test
  void aModuleClassThatIsNoModule() {
    bad(
        PluginJar.named("dev.example.bad")
            .classes(FlavouredLoss.class)
            .module(FlavouredLoss.class.getName()));

    assertThat(refusalOfBadJar())
        .isEqualTo(
            "it names the module class dev.coffey.kernel.example.FlavouredLoss, which does not"
                + " extend the platform's dev.coffey.api.plugin.PluginModule");
  }

  @Test
  void aModuleThatThrows() {
    bad(
        PluginJar.named("dev.example.bad")
            .classes(ThrowingPlugin.class)
            .module(ThrowingPlugin.class.getName()));

    assertThat(refusalOfBadJar())
        .isEqualTo(
            "it has a module dev.coffey.kernel.example.ThrowingPlugin that cannot be built"
                + " (IllegalStateException: no coffee left)");
  }

  @Test
  void aServiceThatThrows() {
    bad(
        PluginJar.named("dev.example.bad")
            .classes(ThrowingLossPlugin.class, ThrowingLoss.class)
            .module(ThrowingLossPlugin.class.getName()));

    assertThat(refusalOfBadJar())
        .isEqualTo(
            "it offers a loss 'throwing' that cannot be made (IllegalStateException: the grinder is"
                + " stuck)");
  }

  @Test
  void aModuleThatNeedsAClassItDoesNotBring() {
    bad(
        PluginJar.named("dev.example.bad")
            .classes(ThrowingLossPlugin.class)
            .module(ThrowingLossPlugin.class.getName()));

    assertThat(refusalOfBadJar())
        .startsWith("it has a module dev.coffey.kernel.example.ThrowingLossPlugin that cannot be")
        .contains("dev.coffey.kernel.example.ThrowingLoss");
  }

  @Test
  void anActivatorThatThrows() {
    bad(PluginJar.named("dev.example.bad").activator(ThrowingActivator.class));

    assertThat(refusalOfBadJar()).isEqualTo("it does not start (IllegalStateException: no water)");
  }

  @Test
  void oneIdTwice() {
    bad(PluginJar.withLoss("dev.example.bad", "a,b,a", ""));

    assertThat(refusalOfBadJar()).contains("loss").contains("'a'");
  }

  @Test
  void anIdThatCannotBeWritten() {
    bad(PluginJar.withLoss("dev.example.bad", "kd@home", ""));

    assertThat(refusalOfBadJar())
        .isEqualTo(
            "it offers a loss 'kd@home'; an id is made of letters, digits, '.', '_', '+' and '-'");
  }

  @Test
  void aRecipeWithoutItsFile() {
    bad(PluginJar.withLoss("dev.example.bad", "bad", "x\nrecipe=bad"));

    assertThat(refusalOfBadJar())
        .isEqualTo("it offers a recipe 'bad' without its file recipe.yaml beside the module class");
  }

  @Test
  void aRecipeThatIsNoYaml() {
    bad(
        PluginJar.withLoss("dev.example.bad", "bad", "x\nrecipe=bad")
            .resource("dev/coffey/kernel/example/recipe.yaml", "a: [1, 2"));

    assertThat(refusalOfBadJar()).startsWith("it offers a recipe 'bad' that cannot be read (");
  }

  @Test
  void otherContentUnderAUsedNameAndVersion() {
    PluginJar.withLoss("dev.example.good", "good", "other").write(plugins(), "later.jar");

    assertThat(refusalOf("later.jar"))
        .isEqualTo(
            "it is dev.example.good 1.0.0 like %s, but with other content: give it another"
                    .formatted(plugins().resolve("good.jar"))
                + " Bundle-Version");
  }

  @Test
  void anIdThatAnotherBundleHasInTheSameVersion() {
    PluginJar.withLoss("dev.example.other", "good", "other").write(plugins(), "later.jar");

    assertThat(refusalOf("later.jar"))
        .isEqualTo(
            "it offers the loss 'good' in version 1.0.0, and so does dev.example.good, which is"
                + " used: give it another id or another Bundle-Version");
  }

  @Test
  void aServiceFactoryThatThrows() {
    bad(PluginJar.named("dev.example.bad").activator(ThrowingFactoryActivator.class));

    assertThat(refusalOfBadJar()).isEqualTo("it registers a loss 'by-factory' that cannot be made");
  }

  @Test
  void aServiceThatDoesNotAnswer() {
    bad(PluginJar.withLoss("dev.example.bad", "bad", "silent"));

    assertThat(refusalOfBadJar())
        .isEqualTo("it offers a loss 'bad' that does not answer (IllegalStateException: no taste)");
  }

  @Test
  void aConstructorWithoutEnd() throws IOException {
    Files.createDirectories(home.resolve("conf"));
    Files.writeString(home.resolve("conf/platform.yaml"), "plugins: { limit-seconds: 3 }");
    bad(
        PluginJar.named("dev.example.bad")
            .classes(EndlessPlugin.class)
            .module(EndlessPlugin.class.getName()));

    assertThat(refusalOfBadJar())
        .isEqualTo(
            "it is not ready after 3.0 s: its constructors or its activator do not come to an end");
    Waiting.until(
        Duration.ofMinutes(2),
        () ->
            Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("coffey-verify-dev.example.bad")));
  }

  @Test
  void anActivatorWithoutEnd() throws IOException {
    Files.createDirectories(home.resolve("conf"));
    Files.writeString(home.resolve("conf/platform.yaml"), "plugins: { limit-seconds: 3 }");
    bad(PluginJar.named("dev.example.bad").activator(EndlessActivator.class));

    assertThat(refusalOfBadJar()).startsWith("it is not ready after 3.0 s");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../evil", "a/../../evil", "/evil", "C:\\evil", "a\\..\\evil", ".."})
  void anEntryWhoseNameLeadsOutOfTheJar(String name) {
    bad(PluginJar.named("dev.example.bad").resource(name, "evil"));

    assertThat(refusalOfBadJar())
        .isEqualTo("it has an entry '%s', whose name leads out of the jar".formatted(name));
  }

  @Test
  void aSettingOfThePlatformThatIsWrong() throws IOException {
    Files.createDirectories(home.resolve("conf"));
    Files.writeString(home.resolve("conf/platform.yaml"), "plugins:\n  stable-milis: 5");

    assertThatThrownBy(() -> Platform.start(new PlatformLayout(home, state)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("platform.yaml:2")
        .hasMessageContaining("did you mean plugins.stable-millis?");
  }

  @Test
  void theSameJarTwice() {
    PluginJar.withLoss("dev.example.good", "good", "fine").write(plugins(), "later.jar");

    assertThat(refusalOf("later.jar"))
        .isEqualTo(
            "it is the same jar as %s, which is used".formatted(plugins().resolve("good.jar")));
  }

  @Test
  void aHomeThatDoesNotExist() {
    var layout = new PlatformLayout(home.resolve("nowhere"), state);

    assertThatThrownBy(() -> Platform.start(layout))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("there is no distribution folder at " + layout.home());
  }

  @Test
  void aStateFolderThatCannotBeMade() throws IOException {
    Path file = Files.createFile(state.resolve("file"));
    var layout = new PlatformLayout(home, file);

    assertThatThrownBy(() -> Platform.start(layout))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("the folder " + layout.store() + " cannot be made");
  }

  private void bad(PluginJar jar) {
    jar.write(plugins(), "bad.jar");
  }

  private String refusalOfBadJar() {
    return refusalOf("bad.jar");
  }

  private String refusalOf(String file) {
    try (Platform platform = Platform.start(new PlatformLayout(home, state))) {
      assertThat(platform.catalogue().peek(Loss.class, "good").orElseThrow().inputs())
          .containsEntry("flavour", "fine");
      assertThat(platform.catalogue().offers()).hasSize(1);
      BundleReport report =
          platform.bundles().stream()
              .filter(bundle -> bundle.path().endsWith(file))
              .findFirst()
              .orElseThrow();
      assertThat(report.status()).isEqualTo(Status.REFUSED);
      return report.remark();
    }
  }

  private Path plugins() {
    return home.resolve("plugins");
  }
}
