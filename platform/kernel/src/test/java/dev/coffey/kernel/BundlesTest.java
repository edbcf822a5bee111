package dev.coffey.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffey.api.Loss;
import dev.coffey.kernel.BundleReport.Status;
import dev.coffey.kernel.config.InvalidInput;
import dev.coffey.kernel.example.DataPlugin;
import dev.coffey.kernel.example.DataReader;
import dev.coffey.kernel.example.EngineActivator;
import dev.coffey.kernel.example.PluginJar;
import dev.coffey.nn.engine.EngineUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Engines and data. */
class BundlesTest {
  @TempDir Path home;
  @TempDir Path state;

  @Test
  void anEngineIsFoundByNameAndLoadedOnlyWhenAsked() {
    PluginJar.named("dev.example.steam")
        .activator(EngineActivator.class)
        .write(home.resolve("bundles"), "steam.jar");

    try (Platform platform = start()) {
      assertThat(platform.engines()).containsExactly("steam");
      var source = platform.engine("steam");
      assertThat(source.name()).isEqualTo("steam");
      assertThatThrownBy(source::engine)
          .isInstanceOf(EngineUnavailable.class)
          .hasMessage("there is no steam here");
    }
  }

  @Test
  void anUnknownEngineNamesTheNearestOrThoseThereAre() {
    PluginJar.named("dev.example.steam")
        .activator(EngineActivator.class)
        .write(home.resolve("bundles"), "steam.jar");

    try (Platform platform = start()) {
      assertThatThrownBy(() -> platform.engine("stream"))
          .isInstanceOf(InvalidInput.class)
          .hasMessage("there is no engine 'stream', did you mean steam?");
      assertThatThrownBy(() -> platform.engine("petroleum"))
          .hasMessage("there is no engine 'petroleum'; installed: steam");
    }
  }

  @Test
  void anEngineThatWasRefusedIsNamedWithTheReason() throws IOException {
    Files.createDirectories(home.resolve("bundles"));
    Files.writeString(home.resolve("bundles/steam.jar"), "not a jar");

    try (Platform platform = start()) {
      assertThatThrownBy(() -> platform.engine("steam"))
          .hasMessageStartingWith("there is no engine 'steam'; steam.jar was refused: ");
    }
  }

  @Test
  void withoutEnginesTheMessageNamesTheFolder() {
    try (Platform platform = start()) {
      assertThat(platform.engines()).isEmpty();
      assertThatThrownBy(() -> platform.engine("mxnet"))
          .isInstanceOf(InvalidInput.class)
          .hasMessageContaining("no bundle in " + home.resolve("bundles") + " brings one");
    }
  }

  @Test
  void aPluginReadsTheFilesOfADataBundleThatItImports() {
    reader().write(home.resolve("plugins"), "reader.jar");
    PluginJar.named("dev.example.digits")
        .header("Export-Package", "data.digits;version=\"1.0.0\"")
        .resource("data/digits/digits.txt", "0123456789")
        .write(home.resolve("bundles"), "digits.jar");

    try (Platform platform = start()) {
      assertThat(platform.catalogue().peek(Loss.class, "reader").orElseThrow().inputs())
          .isEqualTo(Map.of("digits", "0123456789"));
    }
  }

  @Test
  void aPluginWhoseDataBundleIsMissingStillStarts() {
    reader().write(home.resolve("plugins"), "reader.jar");

    try (Platform platform = start()) {
      assertThat(platform.bundles().get(0).status()).isEqualTo(Status.ACTIVE);
      assertThat(platform.catalogue().peek(Loss.class, "reader").orElseThrow().inputs()).isEmpty();
    }
  }

  @Test
  void bundlesRunInPlaceAndOnlyPluginsAreCopied() throws Exception {
    reader().write(home.resolve("plugins"), "reader.jar");
    PluginJar.named("dev.example.digits").write(home.resolve("bundles"), "digits.jar");

    try (Platform platform = start();
        var stored = Files.list(state.resolve("store"))) {
      String digest = platform.bundles().get(1).digest();
      assertThat(stored).containsExactly(state.resolve("store").resolve(digest + ".jar"));
    }
  }

  private static PluginJar reader() {
    return PluginJar.named("dev.example.reader")
        .classes(DataPlugin.class, DataReader.class)
        .module(DataPlugin.class.getName())
        .imports("data.digits;resolution:=optional");
  }

  private Platform start() {
    return Platform.start(new PlatformLayout(home, state));
  }
}
