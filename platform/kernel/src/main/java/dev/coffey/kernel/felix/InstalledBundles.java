package dev.coffey.kernel.felix;

import dev.coffey.kernel.catalogue.BundleVersion;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;

/** Which version each of the framework's bundles is. */
final class InstalledBundles {
  private final Map<Long, BundleVersion> versions = new ConcurrentHashMap<>();

  void put(Bundle bundle, BundleVersion version) {
    versions.put(bundle.getBundleId(), version);
  }

  Optional<BundleVersion> find(Bundle bundle) {
    return Optional.ofNullable(versions.get(bundle.getBundleId()));
  }

  void remove(Bundle bundle) {
    versions.remove(bundle.getBundleId());
  }
}
