package dev.coffey.plugins.classical;

import dev.coffey.api.Run;

/** A factor that rises over the first {@code epochs}: min(epoch / epochs, 1), epochs from 1. */
record WarmUp(Run run, int epochs) {
  float factor() {
    return epochs == 0 ? 1 : Math.min(1, (float) run.progress().epoch() / epochs);
  }
}
