package dev.coffey.bundles.onnxruntime;

import dev.coffey.nn.engine.EngineSource;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Registers the engine's source. Starting this bundle loads nothing of ONNX Runtime. */
public final class OnnxRuntimeActivator implements BundleActivator {
  @Override
  public void start(BundleContext context) {
    context.registerService(EngineSource.class, new OnnxRuntimeSource(), null);
  }

  /** The framework unregisters the service; a loaded engine stays until the process ends. */
  @Override
  public void stop(BundleContext context) {}
}
