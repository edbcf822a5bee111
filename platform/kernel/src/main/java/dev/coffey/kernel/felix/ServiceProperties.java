package dev.coffey.kernel.felix;

import dev.coffey.api.Plugin;
import dev.coffey.kernel.catalogue.BundleVersion;
import dev.coffey.kernel.catalogue.Kinds;
import java.util.Dictionary;
import java.util.Map;
import org.osgi.framework.FrameworkUtil;

/** The properties of a service of Coffey's. By hand, {@code coffey.id} is enough. */
final class ServiceProperties {
  static final String KIND = "coffey.kind";
  static final String ID = "coffey.id";
  static final String VERSION = "coffey.version";
  static final String DIGEST = "coffey.digest";

  private ServiceProperties() {}

  static Dictionary<String, Object> of(
      Class<? extends Plugin> kind, String id, BundleVersion bundle) {
    return FrameworkUtil.asDictionary(
        Map.of(
            KIND, Kinds.nameOf(kind),
            ID, id,
            VERSION, bundle.version().toString(),
            DIGEST, bundle.digest()));
  }
}
