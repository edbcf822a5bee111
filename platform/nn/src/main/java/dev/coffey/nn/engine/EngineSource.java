package dev.coffey.nn.engine;

import ai.djl.engine.Engine;
import java.util.Set;

/**
 * Offers one engine. An engine bundle's activator registers one as an OSGi service; tests use
 * {@link ClassPathEngine}. Nothing is loaded until {@link #engine} is called.
 */
public interface EngineSource {
  /** The engine's name as it is written in an experiment file, in lower case: {@code mxnet}. */
  String name();

  /**
   * The engine, its native libraries loaded; the same one at every call.
   *
   * @throws EngineUnavailable if it cannot run on this machine; the message is one sentence
   */
  Engine engine();

  /**
   * Endings of the files it reads trained networks from, such as {@code .onnx}. Answers without
   * loading the engine.
   */
  default Set<String> reads() {
    return Set.of();
  }

  /**
   * Whether a run can be made on it. An engine that only infers stands beside the run's engine and
   * reads files for it.
   */
  default boolean trains() {
    return true;
  }
}
