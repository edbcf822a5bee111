package dev.coffey.plugins.bss;

import dev.coffey.api.plugin.PluginBundle;
import dev.coffey.api.plugin.PluginModule;

/**
 * Distillation with samples on the teacher's decision boundary, and how alike two boundaries are.
 */
@PluginBundle
public final class BssPlugin extends PluginModule {
  @Override
  protected void contribute() {
    method("bss").to(Bss.class);
    for (var figure : Figure.values()) {
      metric(figure.id()).toInstance(new BoundarySimilarity(figure));
    }
    experiment("bss").from("bss.yaml");
  }
}
