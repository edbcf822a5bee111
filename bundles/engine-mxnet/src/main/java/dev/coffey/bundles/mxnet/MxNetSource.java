package dev.coffey.bundles.mxnet;

import ai.djl.engine.Engine;
import dev.coffey.nn.engine.EngineLoading;
import dev.coffey.nn.engine.EngineSource;
import dev.coffey.nn.engine.EngineUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.Set;

/** MXNet, loaded at the first call of {@link #engine()}. */
final class MxNetSource implements EngineSource {
  private static final String NATIVES = "native/lib/mxnet.properties";

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
  public synchronized Engine engine() {
    machine.require(classifier());
    return EngineLoading.load("MXNet", bundle);
  }

  /** Which machines the bundle's natives are for; empty if it has none. */
  private String classifier() {
    var properties = new Properties();
    try (InputStream in = bundle.getResourceAsStream(NATIVES)) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException damaged) {
      throw new EngineUnavailable("the MXNet bundle is damaged: it has no " + NATIVES, damaged);
    }
    return properties.getProperty("classifier", "");
  }
}
