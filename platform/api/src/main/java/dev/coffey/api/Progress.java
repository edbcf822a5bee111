package dev.coffey.api;

import dev.coffey.api.Stability.Level;

/**
 * Where a stage stands.
 *
 * @param epoch current epoch, from 1; 0 before the first
 * @param step steps done so far in the stage
 * @param totalSteps steps the stage will have, at least 1
 */
@Stability(Level.STABLE)
public record Progress(int epoch, long step, long totalSteps) {
  /** Share of the stage that is done, in [0, 1]. */
  public double fraction() {
    return Math.min(1.0, (double) step / totalSteps);
  }
}
