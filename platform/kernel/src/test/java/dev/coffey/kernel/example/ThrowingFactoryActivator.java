package dev.coffey.kernel.example;

import dev.coffey.api.Loss;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

/** Registers a loss by a factory that throws, which the framework keeps to itself. */
public final class ThrowingFactoryActivator implements BundleActivator, ServiceFactory<Loss> {
  @Override
  public void start(BundleContext context) {
    context.registerService(
        Loss.class, this, FrameworkUtil.asDictionary(Map.of("coffey.id", "by-factory")));
  }

  @Override
  public void stop(BundleContext context) {}

  @Override
  public Loss getService(Bundle bundle, ServiceRegistration<Loss> registration) {
    throw new IllegalStateException("the factory is on strike");
  }

  @Override
  public void ungetService(Bundle bundle, ServiceRegistration<Loss> registration, Loss service) {}
}
