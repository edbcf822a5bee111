package dev.coffey.nn.engine;

/** An engine cannot be loaded here. */
public final class EngineUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** {@code message}: one sentence that names the engine, the machine and a way out. */
  public EngineUnavailable(String message) {
    super(message);
  }

  /** {@code message}: one sentence; {@code cause}: what the engine itself said. */
  public EngineUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
