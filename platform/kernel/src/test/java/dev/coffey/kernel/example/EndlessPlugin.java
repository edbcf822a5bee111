package dev.coffey.kernel.example;

import dev.coffey.api.plugin.PluginModule;

/** Never gets to the end of its constructor, and doesn't listen to interrupts. */
public final class EndlessPlugin extends PluginModule {
  private long grounds;

  public EndlessPlugin() {
    while (grounds >= 0) {
      grounds = Math.abs(grounds + 1) & 0xff;
    }
  }

  @Override
  protected void contribute() {}
}
