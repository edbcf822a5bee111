package dev.coffey.lab.result;

/** Results that must not stand in one table. The message is a sentence saying why. */
public final class IncomparableResults extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  IncomparableResults(String message) {
    super(message);
  }
}
