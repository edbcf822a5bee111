package dev.coffey.bundles.pytorch;

import dev.coffey.nn.engine.EngineSource;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Registers the engine's source. Starting this bundle loads nothing of PyTorch. */
public final class PyTorchActivator implements BundleActivator {
  @Override
  public void start(BundleContext context) {
    context.registerService(
        EngineSource.class,
        new PyTorchSource(PyTorchActivator.class.getClassLoader(), Machine.current()),
        null);
  }

  /** The framework unregisters the service; a loaded engine stays until the process ends. */
  @Override
  public void stop(BundleContext context) {}
}
