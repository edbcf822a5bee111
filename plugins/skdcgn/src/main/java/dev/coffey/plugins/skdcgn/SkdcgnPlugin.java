package dev.coffey.plugins.skdcgn;

import dev.coffey.api.plugin.PluginBundle;
import dev.coffey.api.plugin.PluginModule;

/** Small generators for the mechanisms of a counterfactual generative network. */
@PluginBundle
public final class SkdcgnPlugin extends PluginModule {
  @Override
  protected void contribute() {
    student("tiny-cgn").to(TinyCgn.class);
    student("tinygan").to(TinyGan.class);
    method("skdcgn").to(Skdcgn.class);
    metric(MechanismFidelity.ID).to(MechanismFidelity.class);
    experiment("skdcgn").from("skdcgn.yaml");
    experiment("skdcgn-paper").from("skdcgn-paper.yaml");
  }
}
