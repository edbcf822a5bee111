package dev.coffey.kernel.plugin;

import dev.coffey.kernel.catalogue.BundleState;
import dev.coffey.kernel.catalogue.BundleVersion;
import java.nio.file.Path;

/**
 * What became of one jar.
 *
 * @param path the jar, where the user put it
 * @param bundle the version it was installed as; retired at once if it was refused
 * @param refusal why it is not used, one sentence; empty if it is
 */
public record PluginDeployment(Path path, BundleVersion bundle, String refusal) {

  /** A jar that is used. */
  public static PluginDeployment accepted(Path path, BundleVersion bundle) {
    return new PluginDeployment(path, bundle, "");
  }

  /** A jar that is not even a bundle. */
  public static PluginDeployment refused(Path path, Refusal why) {
    String name = path.getFileName().toString();
    return refused(path, new BundleVersion(name, "0.0.0", new JarInPlace(path)), why);
  }

  /** A bundle that cannot be used. */
  public static PluginDeployment refused(Path path, BundleVersion bundle, Refusal why) {
    bundle.become(BundleState.RETIRED);
    return new PluginDeployment(path, bundle, "it " + why.getMessage());
  }
}
