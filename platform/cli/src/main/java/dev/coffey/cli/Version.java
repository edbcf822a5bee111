package dev.coffey.cli;

import dev.coffey.kernel.Platform;
import picocli.CommandLine.IVersionProvider;

/** Prints Coffey's version. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"coffey " + Platform.version()};
  }
}
