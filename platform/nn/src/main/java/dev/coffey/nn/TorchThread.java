package dev.coffey.nn;

import ai.djl.engine.Engine;

/**
 * PyTorch records in every thread from its start; DJL turns that off in the one that loads the
 * engine only. Elsewhere inference would keep its graph, and weights couldn't be changed in place.
 */
final class TorchThread {
  private static final String NATIVE_CALLS = "ai.djl.pytorch.jni.JniUtils";

  private TorchThread() {}

  /** Lets the calling thread record inside gradient collectors only. */
  static void recordOnDemand(Engine engine) {
    if (!engine.getEngineName().equals("PyTorch")) {
      return;
    }
    try {
      // by name, since the engine's classes are a bundle's
      Class.forName(NATIVE_CALLS, true, engine.getClass().getClassLoader())
          .getMethod("setGradMode", boolean.class)
          .invoke(null, false);
    } catch (ReflectiveOperationException changed) {
      throw new IllegalStateException(
          "this version of DJL's PyTorch engine has no " + NATIVE_CALLS + ".setGradMode", changed);
    }
  }
}
