package dev.coffey.api;

import ai.djl.ndarray.NDArray;
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

  /**
   * Shows observers images at the current step; the platform keeps them as one picture, the images
   * side by side in the order of the batch. Of several in an epoch the last is kept. Changes no
   * result, as long as what makes the images draws nothing from {@link #random}.
   *
   * @param series names the pictures over time: words of letters, digits, {@code -} and {@code _},
   *     joined by slashes: {@code generated}
   * @param images (N, C, H, W) with C 1 or 3; values outside [0, 1] are clipped
   * @since 1.3
   */
  void picture(String series, NDArray images);
}
