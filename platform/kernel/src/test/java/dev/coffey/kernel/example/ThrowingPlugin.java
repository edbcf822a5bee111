package dev.coffey.kernel.example;

import dev.coffey.api.plugin.PluginModule;

/** Cannot even say what it contributes. */
public final class ThrowingPlugin extends PluginModule {
  @Override
  protected void contribute() {
    throw new IllegalStateException("no coffee left");
  }
}
