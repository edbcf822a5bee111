package dev.coffey.lab.experiment;

import dev.coffey.kernel.config.InvalidInput;
import dev.coffey.kernel.config.OptionBinder;
import dev.coffey.kernel.config.Origin;
import dev.coffey.kernel.config.Problems;
import dev.coffey.kernel.config.Settings;

/** Fills in what an experiment file leaves out. */
public final class ExperimentDefaults {
  private ExperimentDefaults() {}

  /**
   * {@code settings} with the built-in default of every key that isn't given.
   *
   * @throws InvalidInput if a key is unknown or a value is wrong
   */
  public static Settings complete(Settings settings) {
    var problems = new Problems();
    var options = new OptionBinder().bind(settings, ExperimentOptions.class, problems);
    problems.throwIfAny();
    return settings.withDefaults(Settings.of(options.orElseThrow(), Origin.of("default")));
  }
}
