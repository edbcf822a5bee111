package dev.coffey.api;

import dev.coffey.api.Stability.Level;

/** A loss became NaN or infinite. Ends the run it happened in. */
@Stability(Level.STABLE)
public final class NonFiniteLoss extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** {@code message}: a sentence naming the loss, its value, and the step. */
  public NonFiniteLoss(String message) {
    super(message);
  }
}
