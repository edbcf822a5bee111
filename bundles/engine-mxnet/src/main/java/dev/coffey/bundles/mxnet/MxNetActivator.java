package dev.coffey.bundles.mxnet;

import dev.coffey.nn.engine.EngineSource;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Registers the engine's source. Starting this bundle loads nothing of MXNet. */
public final class MxNetActivator implements BundleActivator {
  @Override
  public void start(BundleContext context) {
    context.registerService(
        EngineSource.class,
        new MxNetSource(MxNetActivator.class.getClassLoader(), Machine.current()),
        null);
  }

  /** The framework unregisters the service; a loaded engine stays until the process ends. */
  @Override
  public void stop(BundleContext context) {}
}
