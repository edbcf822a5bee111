package dev.coffey.kernel.catalogue;

/** What a bundle's version is identified by. */
public interface JarContent {
  /** SHA-256 of the jar, in lower-case hexadecimal. May read the whole file the first time. */
  String digest();

  /**
   * Makes sure that the jar still has that digest. Called before the first lease.
   *
   * @throws dev.coffey.kernel.config.InvalidInput if it has not
   */
  void verify();
}
