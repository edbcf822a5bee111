package dev.coffey.plugins.variants;

import dev.coffey.api.plugin.PluginBundle;
import dev.coffey.api.plugin.PluginModule;

/** Digits with misleading colours or textures, and the accuracy over those that can be seen. */
@PluginBundle
public final class MnistVariantsPlugin extends PluginModule {
  @Override
  protected void contribute() {
    dataset("colored-mnist").to(ColoredMnist.class);
    dataset("double-colored-mnist").to(DoubleColoredMnist.class);
    dataset("textured-mnist").to(TexturedMnist.class);
    metric(VisibleAccuracy.ID).to(VisibleAccuracy.class);
  }
}
