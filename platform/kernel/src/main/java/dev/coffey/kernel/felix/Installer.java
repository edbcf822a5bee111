package dev.coffey.kernel.felix;

import dev.coffey.kernel.catalogue.BundleVersion;
import dev.coffey.kernel.plugin.BundleManifest;
import dev.coffey.kernel.plugin.JarInPlace;
import dev.coffey.kernel.plugin.PluginIntake;
import dev.coffey.kernel.plugin.Refusal;
import java.nio.file.Path;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Version;

/**
 * Looks at jars and installs them by reference: the framework reads them where they are and copies
 * nothing. A plugin's place in the store is named by its digest, and so is its location in the
 * framework.
 */
final class Installer {
  private final BundleContext context;
  private final PluginIntake intake;
  private final InstalledBundles installed;

  Installer(BundleContext context, PluginIntake intake, InstalledBundles installed) {
    this.context = context;
    this.intake = intake;
    this.installed = installed;
  }

  /** For payloads of the distribution, which may be large. */
  Deployment inPlace(Path jar) throws Refusal {
    return checked(new Deployment(jar, BundleManifest.read(jar), new JarInPlace(jar), jar));
  }

  /** For plugins: copied into the store. */
  Deployment copied(Path jar) throws Refusal {
    var stored = intake.take(jar);
    return checked(new Deployment(jar, BundleManifest.read(stored.path()), stored, stored.path()));
  }

  private static Deployment checked(Deployment deployment) throws Refusal {
    try {
      Version.parseVersion(deployment.manifest().version());
      return deployment;
    } catch (IllegalArgumentException noVersion) {
      throw new Refusal(
          "has the Bundle-Version '%s', which is no version such as 1.2.0"
              .formatted(deployment.manifest().version()),
          noVersion);
    }
  }

  /** Installs without starting. */
  void install(Deployment deployment) throws Refusal {
    try {
      // the path as in a URI, since Felix decodes it: folders may have spaces
      String location = "reference:file:" + deployment.runsFrom().toUri().getRawPath();
      Bundle bundle = context.installBundle(location);
      var version =
          new BundleVersion(
              deployment.name(), deployment.manifest().version(), deployment.content());
      installed.put(bundle, version);
      deployment.started(new Deployment.Started(bundle, version));
    } catch (BundleException failure) {
      throw new Refusal("cannot be installed (" + Refusal.reasonOf(failure) + ")", failure);
    }
  }
}
