package dev.coffey.kernel.catalogue;

import org.osgi.framework.Version;

/** One version of one bundle: its state, and how many leases hold it. Thread-safe. */
public final class BundleVersion {
  private final String name;
  private final Version version;
  private final JarContent content;
  private BundleState state = BundleState.STAGED;
  private boolean contentVerified;
  private int leases;

  /**
   * A version that was just installed.
   *
   * @param name the bundle's symbolic name
   * @param version as in its manifest; IllegalArgumentException if it is none
   */
  public BundleVersion(String name, String version, JarContent content) {
    this.name = name;
    this.version = Version.parseVersion(version);
    this.content = content;
  }

  /** The bundle's symbolic name. */
  public String name() {
    return name;
  }

  /** The bundle's version. */
  public Version version() {
    return version;
  }

  /** SHA-256 of its jar; for a bundle that runs in place, computed the first time. */
  public String digest() {
    return content.digest();
  }

  /** Where it stands in its life. */
  public synchronized BundleState state() {
    return state;
  }

  /** How many leases hold it. */
  public synchronized int leases() {
    return leases;
  }

  /**
   * Goes on to the next state.
   *
   * @throws IllegalStateException if that state cannot follow the current one
   */
  public synchronized void become(BundleState next) {
    if (!state.canBecome(next)) {
      throw new IllegalStateException("%s cannot become %s from %s".formatted(this, next, state));
    }
    state = next;
  }

  /** Takes a lease; false if this version is not served (any more). */
  synchronized boolean pin() {
    if (state != BundleState.ACTIVE) {
      return false;
    }
    if (!contentVerified) {
      content.verify();
      contentVerified = true;
    }
    leases++;
    return true;
  }

  synchronized void unpin() {
    leases--;
  }

  @Override
  public String toString() {
    return name + " " + version;
  }
}
