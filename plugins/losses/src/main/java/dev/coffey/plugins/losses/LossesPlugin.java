package dev.coffey.plugins.losses;

import dev.coffey.api.plugin.PluginBundle;
import dev.coffey.api.plugin.PluginModule;

/** The losses that nearly every method needs, and the two recipes made of them. */
@PluginBundle
public final class LossesPlugin extends PluginModule {
  @Override
  protected void contribute() {
    loss("cross-entropy").to(CrossEntropy.class);
    loss("soft-cross-entropy").to(SoftCrossEntropy.class);
    loss("kd-kl").to(SoftLabels.class);
    loss("mse").to(MeanSquaredError.class);
    experiment("supervised").from("supervised.yaml");
    experiment("kd").from("kd.yaml");
  }
}
