package dev.coffey.kernel.catalogue;

import java.util.function.Consumer;
import org.osgi.framework.Version;

/** One version of one bundle: its state, and how many leases hold it. Thread-safe. */
public final class BundleVersion {
  private final String name;
  private final Version version;
  private final JarContent content;
  private BundleState state = BundleState.STAGED;
  private boolean contentVerified;
  private int leases;
  private Consumer<BundleVersion> whenIdle = version -> {};

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

  /**
   * Says whom to call, on the thread that gives a lease back, when the last one of a draining
   * version is given back.
   */
  public synchronized void whenIdle(Consumer<BundleVersion> listener) {
    whenIdle = listener;
  }

  /**
   * Takes a lease; false if this version is not served (any more).
   *
   * @throws dev.coffey.kernel.config.InvalidInput if its jar in the store has been damaged
   */
  synchronized boolean pin() {
    return state == BundleState.ACTIVE && hold();
  }

  /** Takes a lease on a version that is started, served or not; false if it is retired. */
  public synchronized boolean hold() {
    if (state == BundleState.RETIRED) {
      return false;
    }
    if (!contentVerified) {
      content.verify();
      contentVerified = true;
    }
    leases++;
    return true;
  }

  /** Gives a lease back. */
  public void unpin() {
    Consumer<BundleVersion> listener;
    synchronized (this) {
      leases--;
      listener = leases == 0 && state == BundleState.DRAINING ? whenIdle : version -> {};
    }
    listener.accept(this);
  }

  /** Goes from draining to retired unless a lease holds it; true if it is retired now. */
  public synchronized boolean retireIfIdle() {
    if (state == BundleState.DRAINING && leases == 0) {
      state = BundleState.RETIRED;
    }
    return state == BundleState.RETIRED;
  }

  @Override
  public String toString() {
    return name + " " + version;
  }
}
