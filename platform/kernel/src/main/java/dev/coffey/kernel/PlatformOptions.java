package dev.coffey.kernel;

import dev.coffey.api.Option;
import dev.coffey.kernel.config.InvalidInput;
import dev.coffey.kernel.config.LayeredConfiguration;
import dev.coffey.kernel.config.OptionBinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The keys of {@code conf/platform.yaml}. */
public record PlatformOptions(@Option(help = "how plugins come in") Plugins plugins) {
  /** How plugins come in. */
  public record Plugins(
      @Option(
              help = "milliseconds a jar must not change before it is looked at",
              value = "100",
              min = 0,
              max = 60_000)
          int stableMillis,
      @Option(
              help =
                  "milliseconds from one look at the folder to the next where the file system tells"
                      + " of no events",
              value = "1000",
              min = 10,
              max = 3_600_000)
          int pollMillis,
      @Option(
              help = "seconds a plugin may take to start and to make its services",
              value = "10",
              min = 0.1,
              max = 3600)
          double limitSeconds) {
    Duration stable() {
      return Duration.ofMillis(stableMillis);
    }

    Duration poll() {
      return Duration.ofMillis(pollMillis);
    }

    Duration limit() {
      return Duration.ofMillis(Math.round(limitSeconds * 1000));
    }
  }

  /** Reads the file; all defaults if there is none. Throws {@link InvalidInput} if it is wrong. */
  static PlatformOptions read(Path file) {
    var settings = LayeredConfiguration.builder();
    if (Files.exists(file)) {
      settings.file(file);
    }
    return new OptionBinder().bind(settings.load(), PlatformOptions.class);
  }
}
