package dev.coffey.kernel.example;

import dev.coffey.api.Loss;
import java.util.Map;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** Registers a loss without Guice. */
public final class ByHandActivator implements BundleActivator {
  @Override
  public void start(BundleContext context) {
    context.registerService(
        Loss.class,
        new FlavouredLoss("by hand"),
        FrameworkUtil.asDictionary(Map.of("coffey.id", "by-hand")));
  }

  @Override
  public void stop(BundleContext context) {}
}
