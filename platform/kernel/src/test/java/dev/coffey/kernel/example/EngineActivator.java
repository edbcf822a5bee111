package dev.coffey.kernel.example;

import ai.djl.engine.Engine;
import dev.coffey.nn.engine.EngineSource;
import dev.coffey.nn.engine.EngineUnavailable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Brings an engine that fails as soon as somebody loads it. */
public final class EngineActivator implements BundleActivator, EngineSource {
  @Override
  public void start(BundleContext context) {
    context.registerService(EngineSource.class, this, null);
  }

  @Override
  public void stop(BundleContext context) {}

  @Override
  public String name() {
    return "steam";
  }

  @Override
  public Engine engine() {
    throw new EngineUnavailable("there is no steam here");
  }
}
