package dev.coffey.plugins.counterfactuals;

import dev.coffey.api.plugin.PluginBundle;
import dev.coffey.api.plugin.PluginModule;

/** Offers the parts of counterfactual images, and what can be done to them before blending. */
@PluginBundle
public final class CounterfactualsPlugin extends PluginModule {
  @Override
  protected void contribute() {
    composer("counterfactuals").to(Counterfactuals.class);
    composer("mask-noise").to(MaskNoise.class);
    composer("mask-opacity").to(MaskOpacity.class);
    composer("mask-rotation").to(MaskRotation.class);
    composer("hard-mask").to(HardMask.class);
    composer("importance").to(Importance.class);
  }
}
