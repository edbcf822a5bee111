package dev.coffey.bundles.onnxruntime;

import ai.djl.engine.Engine;
import ai.djl.onnxruntime.engine.OrtEngineProvider;
import dev.coffey.nn.engine.EngineSource;
import dev.coffey.nn.engine.EngineUnavailable;
import java.util.Set;

/**
 * ONNX Runtime, loaded at the first call of {@link #engine()}. It infers only, so it is never a
 * run's engine and must not become DJL's default: it is registered by hand, after the run's engine
 * has been loaded.
 */
final class OnnxRuntimeSource implements EngineSource {
  @Override
  public String name() {
    return "onnxruntime";
  }

  @Override
  public Set<String> reads() {
    return Set.of(".onnx");
  }

  @Override
  public boolean trains() {
    return false;
  }

  @Override
  public synchronized Engine engine() {
    // sessions have threads of their own, and arrays are never computed with outside of them
    setUnlessSet("ai.djl.onnxruntime.num_threads", "1");
    setUnlessSet("ai.djl.onnxruntime.num_interop_threads", "1");
    setUnlessSet("ai.djl.onnx.disable_alternative", "true");
    try {
      Engine.registerEngine(new OrtEngineProvider());
      return Engine.getEngine("OnnxRuntime");
    } catch (RuntimeException | LinkageError failure) {
      throw new EngineUnavailable(
          "ONNX Runtime cannot be loaded on %s (%s): %s"
              .formatted(
                  System.getProperty("os.name"),
                  System.getProperty("os.arch"),
                  failure.getMessage()),
          failure);
    }
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
