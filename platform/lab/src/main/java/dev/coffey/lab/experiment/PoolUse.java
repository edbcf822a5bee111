package dev.coffey.lab.experiment;

/**
 * Samples of a stage to train on.
 *
 * @param share of every batch, in (0, 1]; the rest are samples of the experiment's dataset
 */
public record PoolUse(StagePlan stage, double share) {
  /** Whether there are samples of the dataset, too. */
  public boolean isMixed() {
    return share < 1;
  }
}
