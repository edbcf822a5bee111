package dev.coffey.kernel.felix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffey.api.Loss;
import dev.coffey.kernel.catalogue.ServiceBook;
import dev.coffey.kernel.example.PluginJar;
import dev.coffey.kernel.plugin.AllowList;
import dev.coffey.kernel.plugin.PluginDeployment;
import dev.coffey.kernel.plugin.PluginDeployment.Standing;
import dev.coffey.kernel.plugin.PluginIntake;
import dev.coffey.kernel.plugin.PluginStore;
import dev.coffey.kernel.plugin.RecipeCheck;
import dev.coffey.kernel.plugin.Sha256;
import dev.coffey.kernel.plugin.TimeLimit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

class EmbeddedFrameworkTest {
  @TempDir Path folder;

  @Test
  void closingLeavesNoFolderBehind() {
    var framework = EmbeddedFramework.start();
    Path working = framework.folder();
    assertThat(working).isDirectory();

    framework.close();

    assertThat(working).doesNotExist();
    framework.close();
  }

  @Test
  void servicesArePublishedWithTheirProperties() throws Exception {
    Path jar =
        PluginJar.withLoss("dev.example.kd", "kd-kl", "soft")
            .version("1.2.0")
            .write(folder, "a.jar");

    try (var framework = EmbeddedFramework.start()) {
      deployer(framework).arrived(jar);

      var services =
          framework.context().getAllServiceReferences(Loss.class.getName(), "(coffey.id=kd-kl)");
      assertThat(services).hasSize(1);
      assertThat(services[0].getProperty("coffey.kind")).isEqualTo("loss");
      assertThat(services[0].getProperty("coffey.version")).isEqualTo("1.2.0");
      assertThat(services[0].getProperty("coffey.digest")).isEqualTo(Sha256.of(jar));
    }
  }

  @Test
  void aRefusedPluginIsUninstalledWithItsServices() throws Exception {
    Path jar =
        PluginJar.withLoss("dev.example.kd", "kd-kl", "soft\nrecipe=missing")
            .write(folder, "a.jar");

    try (var framework = EmbeddedFramework.start()) {
      deployer(framework).arrived(jar);

      assertThat(framework.context().getBundles())
          .extracting(Bundle::getSymbolicName)
          .doesNotContain("dev.example.kd");
      assertThat(framework.context().getAllServiceReferences(Loss.class.getName(), null)).isNull();
    }
  }

  @Test
  void pluginsRunFromTheStore() throws Exception {
    Path jar = PluginJar.withLoss("dev.example.kd", "kd-kl", "soft").write(folder, "a.jar");

    try (var framework = EmbeddedFramework.start()) {
      deployer(framework).arrived(jar);

      assertThat(framework.context().getBundles()[1].getLocation())
          .endsWith("/store/" + Sha256.of(jar) + ".jar");
      assertThat(Files.exists(folder.resolve("store"))).isTrue();
    }
  }

  @Test
  void aReportStaysAsItWasWhenItsPluginGoes() throws Exception {
    Path jar = PluginJar.withLoss("dev.example.kd", "kd-kl", "soft").write(folder, "a.jar");

    try (var framework = EmbeddedFramework.start()) {
      Deployer deployer = deployer(framework);
      deployer.arrived(jar);
      var before = deployer.deployments();

      deployer.removed(jar);

      assertThat(before).extracting(PluginDeployment::standing).containsExactly(Standing.ACTIVE);
      assertThat(deployer.deployments()).isEmpty();
    }
  }

  private Deployer deployer(EmbeddedFramework framework) {
    var intake =
        new PluginIntake(
            new PluginStore(folder.resolve("store")), new AllowList(folder.resolve("none")));
    var rules =
        new FelixRuntime.Rules(intake, RecipeCheck.NONE, new TimeLimit(Duration.ofSeconds(10)));
    var book = new ServiceBook();
    var installed = new InstalledBundles();
    new ServiceTracking(framework.context(), book, installed).open();
    return FelixRuntime.deployer(framework.context(), book, installed, rules, new IdleThread());
  }
}
