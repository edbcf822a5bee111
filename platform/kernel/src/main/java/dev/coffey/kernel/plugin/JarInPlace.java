package dev.coffey.kernel.plugin;

import dev.coffey.kernel.catalogue.JarContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A jar that runs where it lies. It may be large, so its digest is made when first asked for. */
public final class JarInPlace implements JarContent {
  private final Path path;
  private String digest;

  /** {@code path}: the jar. */
  public JarInPlace(Path path) {
    this.path = path;
  }

  @Override
  public synchronized String digest() {
    if (digest == null) {
      try {
        digest = Sha256.of(path);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(path + " cannot be read", unreadable);
      }
    }
    return digest;
  }

  /** Belongs to the distribution, which nobody changes under a running platform. */
  @Override
  public void verify() {}
}
