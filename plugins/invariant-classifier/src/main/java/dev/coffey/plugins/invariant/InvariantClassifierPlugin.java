package dev.coffey.plugins.invariant;

import dev.coffey.api.plugin.PluginBundle;
import dev.coffey.api.plugin.PluginModule;

/** Offers one network twice: as a student to be compared, and as a classifier to be asked. */
@PluginBundle
public final class InvariantClassifierPlugin extends PluginModule {
  @Override
  protected void contribute() {
    student("mnist-cnn").to(MnistCnn.class);
    classifier("invariant").to(InvariantClassifier.class);
  }
}
