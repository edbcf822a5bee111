package dev.coffey.benchmarks.product;

import dev.coffey.kernel.Platform;
import dev.coffey.nn.engine.EngineSource;
import java.util.Optional;

/**
 * DJL keeps an engine for the life of a process, and the engine loads classes late; so the platform
 * whose bundle brought it stays open, however many come after it.
 */
final class EngineOwner {
  private static Optional<Platform> owner = Optional.empty();

  private EngineOwner() {}

  /** The engine of this platform; the first one that is asked becomes the owner. */
  static synchronized EngineSource engine(Platform platform, String name) {
    if (owner.isEmpty()) {
      owner = Optional.of(platform);
    }
    return platform.engine(name);
  }

  /** Closes a platform unless it is the owner. */
  static synchronized void close(Platform platform) {
    if (owner.isEmpty() || owner.get() != platform) {
      platform.close();
    }
  }
}
