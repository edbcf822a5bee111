package dev.coffey.bundles.pytorch;

import ai.djl.engine.Engine;
import dev.coffey.nn.engine.EngineLoading;
import dev.coffey.nn.engine.EngineSource;
import dev.coffey.nn.engine.EngineUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.Set;

/** PyTorch, loaded at the first call of {@link #engine()}. */
final class PyTorchSource implements EngineSource {
  private static final String NATIVES = "native/lib/pytorch.properties";

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
    machine.require(classifier());
    return EngineLoading.load("PyTorch", bundle);
  }

  /** Which machines the bundle's natives are for; empty if it has none. */
  private String classifier() {
    var properties = new Properties();
    try (InputStream in = bundle.getResourceAsStream(NATIVES)) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException damaged) {
      throw new EngineUnavailable("the PyTorch bundle is damaged: it has no " + NATIVES, damaged);
    }
    return properties.getProperty("classifier", "");
  }
}
