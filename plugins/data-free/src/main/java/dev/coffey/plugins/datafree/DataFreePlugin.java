package dev.coffey.plugins.datafree;

import dev.coffey.api.plugin.PluginBundle;
import dev.coffey.api.plugin.PluginModule;

/** Distillation where the teacher is there, but its data isn't. */
@PluginBundle
public final class DataFreePlugin extends PluginModule {
  @Override
  protected void contribute() {
    method("dfad").to(Dfad.class);
    method("dafl").to(Dafl.class);
    method("mad").to(Mad.class);
    method("cgdd").to(Cgdd.class);
    method("noise").to(NoiseImages.class);
    experiment("dfad").from("dfad.yaml");
    experiment("random-generator").from("random-generator.yaml");
    experiment("dafl").from("dafl.yaml");
    experiment("mad").from("mad.yaml");
    experiment("cgdd").from("cgdd.yaml");
    experiment("noise").from("noise.yaml");
  }
}
