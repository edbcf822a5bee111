package dev.coffey.kernel;

import dev.coffey.kernel.catalogue.BundleState;
import dev.coffey.kernel.plugin.PluginDeployment;
import java.nio.file.Path;

/** What became of one jar in {@code bundles/} or {@code plugins/}. */
public final class BundleReport {
  /** Whether it is used. */
  public enum Status {
    /** It runs, and its services are served. */
    ACTIVE,
    /** It was left out; {@link BundleReport#remark()} says why. */
    REFUSED
  }

  private final PluginDeployment deployment;
  private final String remark;

  BundleReport(PluginDeployment deployment, String remark) {
    this.deployment = deployment;
    this.remark = remark;
  }

  /** The bundle's symbolic name; the file's name if it has none. */
  public String name() {
    return deployment.bundle().name();
  }

  /** The bundle's version; 0.0.0 if it has none. */
  public String version() {
    return deployment.bundle().version().toString();
  }

  /** SHA-256 of the jar. Reads the whole file if it is in {@code bundles/}: ask only if needed. */
  public String digest() {
    return deployment.bundle().digest();
  }

  /** The jar, where the user put it. */
  public Path path() {
    return deployment.path();
  }

  /** Whether it is used. */
  public Status status() {
    return deployment.refusal().isEmpty() && deployment.bundle().state() != BundleState.RETIRED
        ? Status.ACTIVE
        : Status.REFUSED;
  }

  /** Why it was refused, or what of it is not served; empty if there is nothing to say. */
  public String remark() {
    return remark;
  }

  @Override
  public String toString() {
    return "%s %s %s%s"
        .formatted(name(), version(), status(), remark.isEmpty() ? "" : ": " + remark);
  }
}
