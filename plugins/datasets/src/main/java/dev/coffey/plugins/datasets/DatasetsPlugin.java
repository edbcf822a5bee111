package dev.coffey.plugins.datasets;

import dev.coffey.api.plugin.PluginBundle;
import dev.coffey.api.plugin.PluginModule;

/** Offers the datasets {@code mnist}, {@code fashion-mnist} and {@code idx}. */
@PluginBundle
public final class DatasetsPlugin extends PluginModule {
  @Override
  protected void contribute() {
    dataset("mnist").to(Mnist.class);
    dataset("fashion-mnist").to(FashionMnist.class);
    dataset("idx").to(IdxDataset.class);
  }
}
