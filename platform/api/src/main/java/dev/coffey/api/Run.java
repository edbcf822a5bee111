package dev.coffey.api;

import dev.coffey.api.Stability.Level;
import java.util.random.RandomGenerator;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One running stage as a plugin sees it: the only way to the kernel. Each plugin gets a view of its
 * own, with its own options, random numbers and names of buffers. Bound to the run's thread; not to
 * be kept after the stage.
 */
@ProviderType
@Stability(Level.STABLE)
public interface Run extends Memory, Training {
  /** This plugin's options, checked and with defaults filled in. {@code type}: its record. */
  <T extends Record> T options(Class<T> type);

  /** What the run's data looks like. */
  DataSpec data();

  /**
   * Random numbers of this plugin in this run: the same for the same seed, different for any other
   * plugin or seed. One sequence a view; repeated calls continue it.
   */
  RandomGenerator random();

  /** Where the stage stands now. */
  Progress progress();

  /** Tells observers a value: one point of the curve {@code series} at the current step. */
  void report(String series, double value);
}
