package dev.coffey.kernel;

import java.nio.file.Path;

/**
 * Where the platform finds and keeps things.
 *
 * @param home the distribution's folder, only read: {@code bundles/}, {@code plugins/}, {@code
 *     conf/}
 * @param state a writable folder, made if missing: {@code store/} with a copy of every plugin
 */
public record PlatformLayout(Path home, Path state) {
  /** Makes both absolute, so that a later change of the working folder does no harm. */
  public PlatformLayout {
    home = home.toAbsolutePath().normalize();
    state = state.toAbsolutePath().normalize();
  }

  /** Third-party payloads: engines and data. They run in place. */
  public Path bundles() {
    return home.resolve("bundles");
  }

  /** Where plugins are dropped. They run from the store. */
  public Path plugins() {
    return home.resolve("plugins");
  }

  /** Which plugins may come in. */
  public Path allowList() {
    return home.resolve("conf").resolve("plugins.allow");
  }

  /** Settings of the platform itself. */
  public Path options() {
    return home.resolve("conf").resolve("platform.yaml");
  }

  /** What the platforms that run now tell of themselves. */
  public Path running() {
    return state.resolve("running");
  }

  /** Copies of plugins under their SHA-256. */
  public Path store() {
    return state.resolve("store");
  }
}
