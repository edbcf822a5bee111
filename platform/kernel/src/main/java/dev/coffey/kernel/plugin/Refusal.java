package dev.coffey.kernel.plugin;

/** A jar cannot be used. Its message is a sentence that says why, with the jar as its subject. */
public final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  /** {@code message}: "names the module class …, which it does not contain". */
  public Refusal(String message) {
    super(message);
  }

  /** The same, with what caused it. */
  public Refusal(String message, Throwable cause) {
    super(message, cause);
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
