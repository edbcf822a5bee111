package dev.coffey.lab.experiment;

/** Whether a run may change versions of plugins under way. */
public enum Swap {
  /** All runs of an experiment keep what it leased at its start. */
  NEVER,
  /** Losses, composers, metrics and observers are exchanged between epochs. */
  AT_EPOCH
}
