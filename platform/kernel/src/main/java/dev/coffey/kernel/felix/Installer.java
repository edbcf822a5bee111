package dev.coffey.kernel.felix;

import dev.coffey.kernel.catalogue.BundleState;
import dev.coffey.kernel.catalogue.BundleVersion;
import dev.coffey.kernel.catalogue.JarContent;
import dev.coffey.kernel.plugin.BundleManifest;
import dev.coffey.kernel.plugin.JarInPlace;
import dev.coffey.kernel.plugin.PluginDeployment;
import dev.coffey.kernel.plugin.PluginStore;
import dev.coffey.kernel.plugin.Refusal;
import java.nio.file.Path;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/**
 * Installs jars by reference: the framework reads them where they are and copies nothing. A
 * plugin's place in the store is named by its digest, and so is its location in the framework.
 */
final class Installer {
  private final BundleContext context;
  private final PluginStore store;
  private final InstalledBundles installed;

  Installer(BundleContext context, PluginStore store, InstalledBundles installed) {
    this.context = context;
    this.store = store;
    this.installed = installed;
  }

  /** For payloads of the distribution, which may be large. */
  StagedBundle installInPlace(Path jar, List<PluginDeployment> known) throws Refusal {
    return install(jar, jar, new JarInPlace(jar), known);
  }

  /** For plugins. */
  StagedBundle copyAndInstall(Path jar, List<PluginDeployment> known) throws Refusal {
    BundleManifest.read(jar); // nothing that is no bundle comes into the store
    var stored = store.put(jar);
    return install(jar, stored.path(), stored, known);
  }

  private StagedBundle install(
      Path jar, Path runsFrom, JarContent content, List<PluginDeployment> known) throws Refusal {
    BundleManifest manifest = BundleManifest.read(runsFrom);
    BundleVersion version = version(manifest, content);
    for (PluginDeployment other : known) {
      refuseTwin(version, other);
    }
    try {
      // the path as in a URI, since Felix decodes it: folders may have spaces
      Bundle bundle = context.installBundle("reference:file:" + runsFrom.toUri().getRawPath());
      installed.put(bundle, version);
      return new StagedBundle(jar, manifest, version, bundle);
    } catch (BundleException failure) {
      throw new Refusal("cannot be installed (" + Refusal.reasonOf(failure) + ")", failure);
    }
  }

  private static BundleVersion version(BundleManifest manifest, JarContent content) throws Refusal {
    try {
      return new BundleVersion(manifest.name(), manifest.version(), content);
    } catch (IllegalArgumentException noVersion) {
      throw new Refusal(
          "has the Bundle-Version '%s', which is no version such as 1.2.0"
              .formatted(manifest.version()),
          noVersion);
    }
  }

  /** Felix takes a name and version once. */
  private static void refuseTwin(BundleVersion version, PluginDeployment other) throws Refusal {
    BundleVersion twin = other.bundle();
    if (twin.state() == BundleState.RETIRED
        || !twin.name().equals(version.name())
        || !twin.version().equals(version.version())) {
      return;
    }
    throw new Refusal(
        twin.digest().equals(version.digest())
            ? "is the same jar as %s, which is used".formatted(other.path())
            : "is %s like %s, but with other content: give it another Bundle-Version"
                .formatted(version, other.path()));
  }
}
