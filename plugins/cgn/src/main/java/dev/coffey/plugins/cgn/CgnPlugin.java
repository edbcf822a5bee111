package dev.coffey.plugins.cgn;

import dev.coffey.api.plugin.PluginBundle;
import dev.coffey.api.plugin.PluginModule;

/** Images put together of a shape, a texture and a background that are made independently. */
@PluginBundle
public final class CgnPlugin extends PluginModule {
  @Override
  protected void contribute() {
    student("cgn").to(Cgn.class);
    teacher("analytic-cgn").to(AnalyticCgn.class);
    method("cgn").to(CgnTraining.class);
  }
}
