package dev.coffey.kernel.example;

import dev.coffey.api.plugin.PluginModule;

/** Contributes a loss whose constructor throws. */
public final class ThrowingLossPlugin extends PluginModule {
  @Override
  protected void contribute() {
    loss("throwing").to(ThrowingLoss.class);
  }
}
