package dev.coffey.plugins.alphablending;

import dev.coffey.api.plugin.PluginBundle;
import dev.coffey.api.plugin.PluginModule;

/** Offers the composer {@code alpha}, in a bundle of its own so that it can be exchanged alone. */
@PluginBundle
public final class AlphaBlendingPlugin extends PluginModule {
  @Override
  protected void contribute() {
    composer("alpha").to(Alpha.class);
  }
}
