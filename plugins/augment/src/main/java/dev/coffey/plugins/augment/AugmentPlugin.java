package dev.coffey.plugins.augment;

import dev.coffey.api.plugin.PluginBundle;
import dev.coffey.api.plugin.PluginModule;

/** Batches with changed or mixed images, and a recipe for each. */
@PluginBundle
public final class AugmentPlugin extends PluginModule {
  @Override
  protected void contribute() {
    composer("augment").to(Augment.class);
    composer("mixup").to(Mixup.class);
    composer("cutmix").to(Cutmix.class);
    experiment("augmented").from("augmented.yaml");
    experiment("mixup").from("mixup.yaml");
    experiment("cutmix").from("cutmix.yaml");
  }
}
