package dev.coffey.kernel.example;

import dev.coffey.api.plugin.PluginModule;

/** Contributes a loss that tells what it reads from a data bundle. */
public final class DataPlugin extends PluginModule {
  @Override
  protected void contribute() {
    loss("reader").to(DataReader.class);
  }
}
