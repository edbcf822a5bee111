package dev.coffey.api;

import dev.coffey.api.Stability.Level;

/** How a forward pass treats batch normalisation and dropout. */
@Stability(Level.STABLE)
public enum Mode {
  /** Batch statistics and dropout on. */
  TRAIN,
  /** Running statistics, dropout off. */
  INFER
}
