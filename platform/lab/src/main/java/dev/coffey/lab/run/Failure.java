package dev.coffey.lab.run;

/** What to tell people about an exception. */
final class Failure {
  private Failure() {}

  /** The message where there is one; the kind of exception, too, where it isn't an everyday one. */
  static String sentence(Throwable failure) {
    String message = failure.getMessage();
    boolean plain =
        failure instanceof IllegalArgumentException || failure instanceof IllegalStateException;
    if (message == null || message.isBlank()) {
      return failure.getClass().getName();
    }
    return plain ? message : failure.getClass().getSimpleName() + ": " + message;
  }
}
