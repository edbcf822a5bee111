package dev.coffey.kernel;

import dev.coffey.kernel.catalogue.BundleVersion;
import dev.coffey.kernel.plugin.Inspection;
import dev.coffey.kernel.plugin.PluginDeployment;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.osgi.framework.Version;

/** What became of one jar in {@code bundles/} or {@code plugins/}. */
public final class BundleReport {
  /** Whether it is used. */
  public enum Status {
    /** It runs, and its services are served. */
    ACTIVE,
    /** A newer version of it is served; only requests that name its version get it. */
    RESERVED,
    /** It was replaced or removed, and runs on for the experiments that hold it. */
    DRAINING,
    /** It was left out; {@link BundleReport#remark()} says why. */
    REFUSED
  }

  private final PluginDeployment deployment;
  private final Status status;
  private final int leases;
  private final String remark;

  BundleReport(PluginDeployment deployment, String remark) {
    this.deployment = deployment;
    this.status = Status.valueOf(deployment.standing().name());
    this.leases = deployment.started().map(BundleVersion::leases).orElse(0);
    this.remark = remark;
  }

  /** The bundle's symbolic name; the file's name if it has none. */
  public String name() {
    return deployment.manifest().name();
  }

  /** The bundle's version; 0.0.0 if it has none. */
  public String version() {
    return deployment.manifest().version();
  }

  /**
   * SHA-256 of the jar; empty if it is gone. Reads the whole file if it is in {@code bundles/}: ask
   * only if needed.
   */
  public String digest() {
    try {
      return deployment.content().digest();
    } catch (UncheckedIOException gone) {
      return "";
    }
  }

  /** Whether its version is higher than {@code other}. */
  public boolean isNewerThan(String other) {
    return Version.parseVersion(version()).compareTo(Version.parseVersion(other)) > 0;
  }

  /** The jar, where the user put it. */
  public Path path() {
    return deployment.path();
  }

  /** Whether it is used. */
  public Status status() {
    return status;
  }

  /** How many leases hold it. */
  public int leases() {
    return leases;
  }

  /** Why it was refused, or what of it is not served; empty if there is nothing to say. */
  public String remark() {
    return remark;
  }

  /** What is allowed, but will bite: a sentence each. Reads the whole jar: ask only if needed. */
  public List<String> warnings() {
    return status == Status.REFUSED
        ? List.of()
        : Inspection.of(deployment.runsFrom(), deployment.manifest());
  }

  @Override
  public String toString() {
    return "%s %s %s%s"
        .formatted(name(), version(), status(), remark.isEmpty() ? "" : ": " + remark);
  }
}
