package dev.coffey.plugins.samples;

import dev.coffey.api.plugin.PluginBundle;
import dev.coffey.api.plugin.PluginModule;
import org.ejml.concurrency.EjmlConcurrency;

/** Offers metrics for stages that make samples. */
@PluginBundle
public final class SampleMetricsPlugin extends PluginModule {
  @Override
  protected void contribute() {
    // of the bundle's own copy; threads would outlive the plugin
    EjmlConcurrency.USE_CONCURRENT = false;
    metric(ClassifierFid.ID).to(ClassifierFid.class);
    metric(KernelDistance.ID).to(KernelDistance.class);
    metric(ClassifierScore.ID).to(ClassifierScore.class);
    metric(MaskStatistics.ID).to(MaskStatistics.class);
  }
}
