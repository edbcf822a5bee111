package dev.coffey.kernel.felix;

import dev.coffey.kernel.catalogue.BundleState;
import dev.coffey.kernel.catalogue.BundleVersion;
import dev.coffey.kernel.catalogue.JarContent;
import dev.coffey.kernel.plugin.BundleManifest;
import dev.coffey.kernel.plugin.PluginDeployment;
import dev.coffey.kernel.plugin.PluginDeployment.Standing;
import dev.coffey.kernel.plugin.Refusal;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;

/**
 * One jar and what has become of it: wanted or not (its file is in the folder), started or not,
 * refused or not. Guarded by the deployer.
 */
final class Deployment {
  /** A started bundle. */
  record Started(Bundle bundle, BundleVersion version) {}

  private final BundleManifest manifest;
  private final JarContent content;
  private final Path runsFrom;
  private Path path;
  private boolean wanted = true;
  private Optional<Started> started = Optional.empty();
  private Optional<Refusal> refusal = Optional.empty();

  Deployment(Path path, BundleManifest manifest, JarContent content, Path runsFrom) {
    this.path = path;
    this.manifest = manifest;
    this.content = content;
    this.runsFrom = runsFrom;
  }

  BundleManifest manifest() {
    return manifest;
  }

  JarContent content() {
    return content;
  }

  Path runsFrom() {
    return runsFrom;
  }

  Path path() {
    return path;
  }

  String name() {
    return manifest.name();
  }

  Version version() {
    return Version.parseVersion(manifest.version());
  }

  /** Whether its file, or nothing better, lies in the folder, and it is usable. */
  boolean wanted() {
    return wanted && refusal.isEmpty();
  }

  void wantedAt(Path place) {
    path = place;
    wanted = true;
  }

  void notWanted() {
    wanted = false;
  }

  Optional<Started> started() {
    return started;
  }

  /** Whether it is past being installed. */
  boolean runs() {
    return started.isPresent() && !isIn(BundleState.STAGED);
  }

  void started(Started now) {
    started = Optional.of(now);
  }

  void stopped() {
    started = Optional.empty();
  }

  boolean isIn(BundleState state) {
    return started.filter(live -> live.version().state() == state).isPresent();
  }

  Optional<Refusal> refusal() {
    return refusal;
  }

  void refuse(Refusal why) {
    refusal = Optional.of(why);
  }

  void forgive() {
    refusal = Optional.empty();
  }

  /** Neither in the folder nor started: nothing to remember. */
  boolean isGone() {
    return !wanted && started.isEmpty();
  }

  PluginDeployment report() {
    return new PluginDeployment(
        path,
        manifest,
        content,
        runsFrom,
        started.map(Started::version),
        refusal.map(why -> "it " + why.getMessage()).orElse(""),
        standing());
  }

  private Standing standing() {
    if (refusal.isPresent()) {
      return Standing.REFUSED;
    }
    if (started.isEmpty()) {
      return Standing.RESERVED;
    }
    return isIn(BundleState.DRAINING) ? Standing.DRAINING : Standing.ACTIVE;
  }

  @Override
  public String toString() {
    return manifest.name() + " " + manifest.version();
  }
}
