package dev.coffey.cli;

import dev.coffey.kernel.config.Settings;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The arguments of commands that read an experiment. */
final class ExperimentFile {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "experiment file: .yaml, .properties or .xml")
  private Path file;

  @Mixin private Overrides overrides;

  Settings load() {
    return overrides.load(file);
  }
}
