package dev.coffey.nn.engine;

import ai.djl.engine.Engine;

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
}
