package dev.coffey.kernel.plugin;

import dev.coffey.kernel.catalogue.BundleVersion;
import dev.coffey.kernel.catalogue.JarContent;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What had become of one jar when it was asked for.
 *
 * @param path the jar, where the user put it
 * @param manifest what it says of itself
 * @param runsFrom where the framework reads it; its place in the store if it is a plugin
 * @param started the version that it is started as; empty if it is not
 * @param refusal why it is not used, one sentence; empty if it is
 * @param standing where it stood
 */
public record PluginDeployment(
    Path path,
    BundleManifest manifest,
    JarContent content,
    Path runsFrom,
    Optional<BundleVersion> started,
    String refusal,
    Standing standing) {
  /** Where a jar stands. */
  public enum Standing {
    /** Its services are served. */
    ACTIVE,
    /** A newer version is served; requests that name its version get it. */
    RESERVED,
    /** Not served any more; leases hold it. */
    DRAINING,
    /** Not used. */
    REFUSED
  }
}
