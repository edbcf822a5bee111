package dev.coffey.bundles.pytorch;

import ai.djl.engine.Engine;
import dev.coffey.nn.engine.EngineLoading;
import dev.coffey.nn.engine.EngineSource;
import java.util.Set;

/** PyTorch, loaded at the first call of {@link #engine()}. */
final class PyTorchSource implements EngineSource {
  private static final String NAME = "PyTorch";

  private final ClassLoader bundle;
  private final Machine machine;

  /** {@code bundle}: the loader that finds the engine's classes and natives. */
  PyTorchSource(ClassLoader bundle, Machine machine) {
    this.bundle = bundle;
    this.machine = machine;
  }

  @Override
  public String name() {
    return "pytorch";
  }

  @Override
  public Set<String> reads() {
    return Set.of(".pt", ".pth");
  }

  @Override
  public Engine engine() {
    machine.require(EngineLoading.classifier(NAME, bundle));
    return EngineLoading.load(NAME, bundle);
  }
}
