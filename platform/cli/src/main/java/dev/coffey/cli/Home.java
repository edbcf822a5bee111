package dev.coffey.cli;

import dev.coffey.kernel.Platform;
import dev.coffey.kernel.PlatformLayout;
import dev.coffey.kernel.config.InvalidInput;
import dev.coffey.lab.experiment.RecipeVerification;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of the distribution, as the launcher gives it in {@code coffey.home}. */
final class Home {
  private Home() {}

  static Path folder() {
    String home = System.getProperty("coffey.home");
    if (home == null) {
      throw new InvalidInput(
          "coffey.home isn't set; start Coffey with its launcher, bin/coffey of the distribution");
    }
    return Path.of(home);
  }

  /** Site-wide settings. */
  static Path conf() {
    return folder().resolve("conf");
  }

  static Platform start() {
    return start(layout());
  }

  static Platform start(PlatformLayout layout) {
    return Platform.start(layout, new RecipeVerification());
  }

  static PlatformLayout layout() {
    return new PlatformLayout(folder(), state());
  }

  /** Where the platform keeps what it must write: beside the distribution, or at home. */
  private static Path state() {
    String given = System.getProperty("coffey.state");
    if (given != null) {
      return Path.of(given);
    }
    return Files.isWritable(folder())
        ? folder().resolve("var")
        : Path.of(System.getProperty("user.home"), ".coffey");
  }
}
