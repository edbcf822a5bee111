package dev.coffey.kernel;

import dev.coffey.kernel.catalogue.BundleState;
import dev.coffey.kernel.catalogue.BundleVersion;
import dev.coffey.kernel.catalogue.JarContent;
import dev.coffey.kernel.plugin.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The platform as the bundle that its own services come from. */
final class PlatformVersion {
  private PlatformVersion() {}

  static BundleVersion bundle() {
    var bundle = new BundleVersion("platform", text(), new Named(text()));
    bundle.become(BundleState.VERIFIED);
    bundle.become(BundleState.ACTIVE);
    return bundle;
  }

  static String text() {
    var properties = new Properties();
    try (var in = PlatformVersion.class.getResourceAsStream("platform.properties")) {
      properties.load(in);
    } catch (IOException damaged) {
      throw new UncheckedIOException("platform.properties cannot be read", damaged);
    }
    return properties.getProperty("version");
  }

  /** The platform is many jars; its version stands for them. */
  private record Named(String version) implements JarContent {
    @Override
    public String digest() {
      return Sha256.of("platform " + version);
    }

    @Override
    public void verify() {}
  }
}
