package dev.coffey.plugins.latents;

import dev.coffey.api.plugin.PluginBundle;
import dev.coffey.api.plugin.PluginModule;

/** Offers the dataset {@code latents}. */
@PluginBundle
public final class LatentsPlugin extends PluginModule {
  @Override
  protected void contribute() {
    dataset("latents").to(Latents.class);
  }
}
