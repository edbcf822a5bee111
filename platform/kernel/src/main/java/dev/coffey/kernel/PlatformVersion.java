package dev.coffey.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Coffey's version, as the build wrote it down. */
final class PlatformVersion {
  private PlatformVersion() {}

  static String text() {
    var properties = new Properties();
    try (var in = PlatformVersion.class.getResourceAsStream("platform.properties")) {
      properties.load(in);
    } catch (IOException damaged) {
      throw new UncheckedIOException("platform.properties cannot be read", damaged);
    }
    return properties.getProperty("version");
  }
}
