package dev.coffey.nn;

import ai.djl.engine.Engine;

/** What a run must know of its engine. */
enum EngineTraits {
  /**
   * MXNet: recording and random numbers belong to the thread; running statistics move in the
   * backward pass.
   */
  OF_THE_THREAD,
  /**
   * PyTorch: one gradient collector and one random generator a process; every thread starts
   * recording; running statistics move in the forward pass.
   */
  OF_THE_PROCESS;

  /** An engine that isn't known is taken for the one that allows less. */
  static EngineTraits of(Engine engine) {
    return engine.getEngineName().equals("MXNet") ? OF_THE_THREAD : OF_THE_PROCESS;
  }
}
