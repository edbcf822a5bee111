package dev.coffey.nn.engine;

import static java.util.Objects.requireNonNull;

import ai.djl.engine.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/**
 * Loads an engine out of a bundle. DJL looks for engines, once a process and for good, and for
 * native libraries with the thread's context class loader; so that has to be the bundle's whenever
 * DJL's Engine class is touched for the first time.
 */
public final class EngineLoading {
  private EngineLoading() {}

  /**
   * The engine, its native libraries loaded; nothing is downloaded.
   *
   * @param engine DJL's name of it: {@code MXNet}
   * @param bundle the loader that finds the engine's classes and natives
   * @throws EngineUnavailable if it cannot be loaded, or this process has loaded another one
   */
  public static synchronized Engine load(String engine, ClassLoader bundle) {
    requireNonNull(bundle, "bundle is null");
    // DJL would otherwise ask the network for natives, and report its use to a server
    setUnlessSet("ai.djl.offline", "true");
    setUnlessSet("OPT_OUT_TRACKING", "true");
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(bundle);
    try {
      Set<String> known = Engine.getAllEngines();
      if (!known.isEmpty() && !known.contains(engine)) {
        throw new EngineUnavailable(
            "%s cannot be loaded: a process has one engine, and this one has %s already; use another process"
                .formatted(engine, String.join(", ", known)));
      }
      return Engine.getEngine(engine);
    } catch (EngineUnavailable refused) {
      throw refused;
    } catch (RuntimeException | LinkageError failure) {
      throw new EngineUnavailable(
          "%s cannot be loaded on %s (%s): %s"
              .formatted(
                  engine,
                  System.getProperty("os.name"),
                  System.getProperty("os.arch"),
                  failure.getMessage()),
          failure);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /**
   * Which machines a bundle's natives are for, in DJL's words: {@code mkl-linux-x86_64}; empty if
   * it has none.
   *
   * @param engine as for {@link #load}
   * @throws EngineUnavailable if the bundle is damaged
   */
  public static String classifier(String engine, ClassLoader bundle) {
    String file = "native/lib/%s.properties".formatted(engine.toLowerCase(Locale.ROOT));
    var properties = new Properties();
    try (InputStream in = bundle.getResourceAsStream(file)) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException damaged) {
      throw new EngineUnavailable(
          "the %s bundle is damaged: %s cannot be read".formatted(engine, file), damaged);
    }
    return properties.getProperty("classifier", "");
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
