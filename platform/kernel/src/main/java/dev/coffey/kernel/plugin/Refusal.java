package dev.coffey.kernel.plugin;

/** A jar cannot be used. Its message is a sentence that says why, with the jar as its subject. */
public final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean curable;

  /** {@code message}: "names the module class …, which it does not contain". */
  public Refusal(String message) {
    this(message, null, false);
  }

  /** The same, with what caused it. */
  public Refusal(String message, Throwable cause) {
    this(message, cause, false);
  }

  private Refusal(String message, Throwable cause, boolean curable) {
    super(message, cause);
    this.curable = curable;
  }

  /**
   * Whether the jar may become usable by what comes or goes later, such as a package it imports.
   */
  public boolean curable() {
    return curable;
  }

  /** A jar that something stands in the way of which may change. */
  public static Refusal curable(String message, Throwable cause) {
    return new Refusal(message, cause, true);
  }

  /** The same without a cause. */
  public static Refusal curable(String message) {
    return new Refusal(message, null, true);
  }

  /** The innermost cause of {@code failure} in words. */
  public static String reasonOf(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    return message == null
        ? cause.getClass().getSimpleName()
        : cause.getClass().getSimpleName() + ": " + message.lines().findFirst().orElse("");
  }
}
