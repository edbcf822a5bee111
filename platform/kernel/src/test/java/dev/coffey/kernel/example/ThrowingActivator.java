package dev.coffey.kernel.example;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Does not start. */
public final class ThrowingActivator implements BundleActivator {
  @Override
  public void start(BundleContext context) {
    throw new IllegalStateException("no water");
  }

  @Override
  public void stop(BundleContext context) {}
}
