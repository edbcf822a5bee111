package dev.coffey.kernel.plugin;

import dev.coffey.kernel.catalogue.JarContent;
import dev.coffey.kernel.config.InvalidInput;
import java.io.IOException;
import java.nio.file.Path;

/** A jar in the store; its file is named by its digest. */
public record StoredJar(String digest, Path path) implements JarContent {
  @Override
  public void verify() {
    String found;
    try {
      found = Sha256.of(path);
    } catch (IOException unreadable) {
      throw new InvalidInput("the plugin's copy %s cannot be read".formatted(path));
    }
    if (!found.equals(digest)) {
      throw new InvalidInput(
          "the plugin's copy %s is damaged: its SHA-256 is %s; delete it and start again"
              .formatted(path, found));
    }
  }
}
