package dev.coffey.benchmarks.swap;

import dev.coffey.api.plugin.PluginModule;

/** The plugin whose versions come and go. */
public final class SwappedPlugin extends PluginModule {
  /** Id of its only loss. */
  static final String LOSS = "swapped";

  @Override
  protected void contribute() {
    loss(LOSS).to(SwappedLoss.class);
  }
}
