package dev.coffey.bundles.mxnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffey.nn.engine.EngineUnavailable;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** None of these touches DJL's Engine: a machine is refused before. */
class MxNetSourceTest {
  @Test
  void on64BitArmItNamesThePyTorchEngine() {
    var source = sourceOn(new Machine("Linux", "aarch64"), "mkl-linux-x86_64");

    assertThatThrownBy(source::engine)
        .isInstanceOf(EngineUnavailable.class)
        .hasMessage(
            "MXNet has no build for aarch64; Coffey's PyTorch engine runs there: install the bundle"
                + " engine-pytorch and set engine: pytorch");
  }

  @Test
  void aBundleBuiltForAnotherSystemSaysSo() {
    var source = sourceOn(new Machine("Windows 11", "amd64"), "mkl-linux-x86_64");

    assertThatThrownBy(source::engine)
        .isInstanceOf(EngineUnavailable.class)
        .hasMessage(
            "this bundle has MXNet for linux-x86_64, but this machine is Windows 11 (amd64): build"
                + " Coffey on this machine");
  }

  @Test
  void aBundleWithoutNativesSaysSo() {
    var source = new MxNetSource(new Resources(""), new Machine("Linux", "amd64"));

    assertThatThrownBy(source::engine)
        .isInstanceOf(EngineUnavailable.class)
        .hasMessageContaining("has MXNet for no machine, but this machine is Linux (amd64)");
  }

  @Test
  void everySystemWithABuildIsAccepted() {
    new Machine("Linux", "amd64").require("mkl-linux-x86_64");
    new Machine("Mac OS X", "x86_64").require("mkl-osx-x86_64");
    new Machine("Windows 11", "amd64").require("mkl-win-x86_64");
  }

  @Test
  void theBundlesNativesAreForTheSystemItWasBuiltOn() throws Exception {
    try (InputStream in =
        MxNetSource.class.getClassLoader().getResourceAsStream("native/lib/mxnet.properties")) {
      assertThat(in).isNotNull();
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      var classifier = text.replaceAll("(?s).*classifier=(\\S+).*", "$1");

      new Machine(System.getProperty("os.name"), "amd64").require(classifier);
    }
  }

  @Test
  void aRefusalLeavesTheThreadsClassLoaderAlone() {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    var source = sourceOn(new Machine("Linux", "aarch64"), "mkl-linux-x86_64");

    assertThatThrownBy(source::engine).isInstanceOf(EngineUnavailable.class);

    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
  }

  private static MxNetSource sourceOn(Machine machine, String classifier) {
    return new MxNetSource(new Resources("classifier=" + classifier), machine);
  }

  /** A bundle that has one file of natives, or none. */
  private static final class Resources extends ClassLoader {
    private final String text;

    Resources(String text) {
      super(null);
      this.text = text;
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      return text.isEmpty()
          ? null
          : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
