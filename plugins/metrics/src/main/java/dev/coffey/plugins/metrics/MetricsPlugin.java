package dev.coffey.plugins.metrics;

import dev.coffey.api.plugin.PluginBundle;
import dev.coffey.api.plugin.PluginModule;

/** How good a classifier is, how well it is calibrated, and how close it is to its teacher. */
@PluginBundle
public final class MetricsPlugin extends PluginModule {
  @Override
  protected void contribute() {
    metric(Accuracy.ID).to(Accuracy.class);
    metric(Agreement.ID).to(Agreement.class);
    metric(RelativeAccuracy.ID).to(RelativeAccuracy.class);
    metric(Divergence.ID).to(Divergence.class);
    metric(CalibrationError.ID).to(CalibrationError.class);
    metric(RobustAccuracy.ID).to(RobustAccuracy.class);
    metric(Confusion.ID).to(Confusion.class);
  }
}
