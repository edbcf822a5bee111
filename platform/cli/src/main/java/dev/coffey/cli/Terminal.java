package dev.coffey.cli;

/**
 * Whether people are looking. The launcher knows (Java 17 can't ask about standard error alone) and
 * says so in two system properties.
 *
 * @param colours standard output is a terminal
 * @param progress standard error is a terminal
 */
record Terminal(boolean colours, boolean progress) {
  static Terminal ofLauncher() {
    boolean plain = System.getenv("NO_COLOR") != null;
    return new Terminal(
        Boolean.getBoolean("coffey.stdout.terminal") && !plain,
        Boolean.getBoolean("coffey.stderr.terminal"));
  }
}
