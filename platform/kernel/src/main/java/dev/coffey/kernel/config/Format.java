package dev.coffey.kernel.config;

/** A way to write settings down. */
interface Format {
  /**
   * Reads a whole file.
   *
   * @param source its name in messages
   * @throws InvalidInput if it cannot be read as this format
   */
  Tree read(String source, String text);
}
