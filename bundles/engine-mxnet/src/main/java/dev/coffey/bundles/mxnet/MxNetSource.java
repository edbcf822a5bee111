package dev.coffey.bundles.mxnet;

import ai.djl.engine.Engine;
import dev.coffey.nn.engine.EngineSource;
import dev.coffey.nn.engine.EngineUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.Set;

/**
 * MXNet, loaded at the first call of {@link #engine()}. DJL looks for engines, once a process and
 * for good, and for native libraries with the thread's context class loader; so that has to be this
 * bundle's whenever DJL's Engine class is touched for the first time.
 */
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
    // DJL would otherwise ask the network for natives, and report its use to a server
    setUnlessSet("ai.djl.offline", "true");
    setUnlessSet("OPT_OUT_TRACKING", "true");
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(bundle);
    try {
      return Engine.getEngine("MXNet");
    } catch (RuntimeException | LinkageError failure) {
      throw new EngineUnavailable(
          "MXNet cannot be loaded on %s (%s): %s"
              .formatted(machine.system(), machine.architecture(), failure.getMessage()),
          failure);
    } finally {
      thread.setContextClassLoader(before);
    }
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

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
