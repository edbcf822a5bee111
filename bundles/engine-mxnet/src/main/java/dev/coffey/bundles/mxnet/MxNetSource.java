package dev.coffey.bundles.mxnet;

import ai.djl.engine.Engine;
import dev.coffey.nn.engine.EngineLoading;
import dev.coffey.nn.engine.EngineSource;
import java.util.Set;

/** MXNet, loaded at the first call of {@link #engine()}. */
final class MxNetSource implements EngineSource {
  private static final String NAME = "MXNet";

  private final ClassLoader bundle;
  private final Machine machine;

  /** {@code bundle}: the loader that finds the engine's classes and natives. */
  MxNetSource(ClassLoader bundle, Machine machine) {
    this.bundle = bundle;
    this.machine = machine;
  }

  @Override
  public String name() {
    return "mxnet";
  }

  @Override
  public Set<String> reads() {
    return Set.of("-symbol.json");
  }

  @Override
  public Engine engine() {
    machine.require(EngineLoading.classifier(NAME, bundle));
    return EngineLoading.load(NAME, bundle);
  }
}
